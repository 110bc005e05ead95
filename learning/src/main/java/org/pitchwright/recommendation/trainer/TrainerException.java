package org.pitchwright.recommendation.trainer;

/** A training that did not come to its end. */
public final class TrainerException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a training ended without a model. */
  public enum Reason {
    /** It was asked to stop; its checkpoint stays. */
    STOPPED,
    /** The data or settings cannot be used. */
    BAD_INPUT,
    /** The trainer failed or was killed. */
    FAILED
  }

  private final Reason reason;
  private final int exitStatus;

  TrainerException(Reason reason, int exitStatus, String message) {
    super(message);
    this.reason = reason;
    this.exitStatus = exitStatus;
  }

  /** Why it ended. */
  public Reason reason() {
    return reason;
  }

  /** Exit status of the process; 128 + signal where it was killed. */
  public int exitStatus() {
    return exitStatus;
  }
}
