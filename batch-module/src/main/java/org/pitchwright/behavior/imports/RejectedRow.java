package org.pitchwright.behavior.imports;

/**
 * A row of a file that was refused.
 *
 * @param line number of its first physical line, from 1
 * @param reason a code such as {@code INVALID_TIME}
 * @param detail what is wrong and how to mend it
 * @param content its first 1,000 characters
 */
public record RejectedRow(long line, String reason, String detail, String content) {}
