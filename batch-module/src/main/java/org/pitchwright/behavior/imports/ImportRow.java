package org.pitchwright.behavior.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file: a value that may be kept, or the reason why not.
 *
 * @param value null where the row is refused
 * @param rejection null where it is not
 */
record ImportRow(long lastLine, long end, @Nullable Object value, @Nullable Rejection rejection) {

  /** A refused row: its first line, a code, what is wrong, and its first 1,000 characters. */
  record Rejection(long line, String reason, String detail, String content) {
    private static final int MAX_CONTENT = 1_000;

    Rejection {
      String text = content.length() <= MAX_CONTENT ? content : content.substring(0, MAX_CONTENT);
      content = text.replace('\0', '\uFFFD'); // PostgreSQL keeps every character but this one.
    }
  }
}
