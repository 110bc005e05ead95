package org.pitchwright.behavior.csv;

import org.jspecify.annotations.Nullable;

/**
 * A physical line of a file.
 *
 * @param number from 1
 * @param end where the next line begins, in bytes from the beginning of the file
 * @param text without its terminator; only its beginning where there is a fault
 * @param fault why the line cannot be read; null if it can
 */
record Line(long number, long end, String text, @Nullable RecordFault fault) {}
