package org.pitchwright.behavior.csv;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file.
 *
 * @param line number of its first physical line, from 1
 * @param end where the next record begins, in bytes from the beginning of the file
 * @param lastLine number of its last physical line
 * @param text as it stands in the file; only its beginning where the line is too long
 * @param fields its values; null where there is a fault
 * @param fault why it cannot be read; null if it can
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
public record CsvRow(
    long line,
    long lastLine,
    long end,
    String text,
    String @Nullable [] fields,
    @Nullable RecordFault fault) {}
