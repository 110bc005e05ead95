package org.pitchwright.behavior.imports;

/** A row that cannot be kept; the message tells why and how to mend it. */
final class RowRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  RowRefused(String reason, String detail) {
    super(detail, null, false, false); // One of perhaps millions: no stack trace.
    this.reason = reason;
  }

  /** A code that reports count by. */
  String reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
