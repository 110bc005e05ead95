package org.pitchwright.behavior.csv;

/** A file as a whole cannot be imported; the message tells why and how to mend it. */
public class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableFileException(String message) {
    super(message);
  }
}
