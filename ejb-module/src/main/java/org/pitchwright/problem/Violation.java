package org.pitchwright.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the place, empty for the whole body
 * @param detail what is wrong and how to mend it
 */
public record Violation(String pointer, String detail) {}
