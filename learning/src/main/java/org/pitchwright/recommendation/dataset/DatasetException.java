package org.pitchwright.recommendation.dataset;

/** Data that cannot be used; the message says where, what is wrong and how to mend it. */
public final class DatasetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses data. */
  public DatasetException(String message) {
    super(message);
  }

  /** Refuses data because of an error below. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
