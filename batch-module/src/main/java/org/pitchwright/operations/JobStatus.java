package org.pitchwright.operations;

/** Where an execution of a job stands. */
public enum JobStatus {
  STARTING,
  STARTED,
  STOPPING,
  STOPPED,
  FAILED,
  COMPLETED,
  ABANDONED;

  /** Whether nothing more happens to the execution by itself. */
  public boolean finished() {
    return this == STOPPED || this == FAILED || this == COMPLETED || this == ABANDONED;
  }

  /** Whether the execution can be continued from its checkpoint. */
  public boolean restartable() {
    return this == STOPPED || this == FAILED;
  }
}
