package org.pitchwright.operations.console;

/**
 * Something that the operator can mend. The message is one or two whole sentences that say what is
 * wrong, where, and what to do; it is printed as it is, without a stack trace.
 */
public final class OperatorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with its explanation. */
  public OperatorException(String message) {
    super(message);
  }

  /**
   * A failure with its explanation and the technical cause, which is shown with {@code --debug}.
   */
  public OperatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
