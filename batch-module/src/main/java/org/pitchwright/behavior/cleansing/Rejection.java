package org.pitchwright.behavior.cleansing;

/**
 * Why an event is not learned from.
 *
 * @param detail the figures behind the reason, for a person to read
 */
record Rejection(RejectionReason reason, String detail) {}
