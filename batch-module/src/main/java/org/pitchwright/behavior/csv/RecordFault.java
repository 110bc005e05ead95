package org.pitchwright.behavior.csv;

/** Why a record of a file cannot be read. */
public enum RecordFault {
  LINE_TOO_LONG("The line is longer than " + LineReader.MAX_BYTES + " bytes"),
  WRONG_ENCODING("The line holds bytes that are no characters in the encoding of the file"),
  UNCLOSED_QUOTE("A quotation mark is opened and never closed; write \"\" for one inside a value"),
  MALFORMED_LINE("Characters follow a closing quotation mark; write \"\" for one inside a value"),
  TOO_FEW_COLUMNS("The line has fewer columns than the header"),
  TOO_MANY_COLUMNS("The line has more columns than the header");

  private final String detail;

  RecordFault(String detail) {
    this.detail = detail;
  }

  /** What is wrong, and how to mend it. */
  public String detail() {
    return detail;
  }
}
