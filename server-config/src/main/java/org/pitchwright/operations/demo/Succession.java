package org.pitchwright.operations.demo;

/**
 * What customers tend to want next.
 *
 * @param kind key of the kind that follows
 * @param share how many of them do
 * @param days how long it takes them
 */
record Succession(String kind, double share, Span days) {}
