package org.pitchwright.sql;

import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY: tab-separated, {@code \N} for null, the backslash
 * escapes of <a href="https://www.postgresql.org/docs/17/sql-copy.html">its manual</a>.
 */
public final class CopyText {
  private final StringBuilder out;
  private boolean first = true;

  /** Appends rows to the given text. */
  public CopyText(StringBuilder out) {
    this.out = out;
  }

  /** Adds the next field of the row. */
  public CopyText field(@Nullable Object value) {
    if (!first) {
      out.append('\t');
    }
    first = false;
    if (value == null) {
      out.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  /** Ends the row. */
  public void end() {
    out.append('\n');
    first = true;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }
}
