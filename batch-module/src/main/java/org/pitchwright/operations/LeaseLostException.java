package org.pitchwright.operations;

/** This node did not renew a lease in time, so that another may run the job now. */
public class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(String lease) {
    super(
        "This node lost the lease "
            + lease
            + ": it could not reach the database for longer than the lease lasts. Another node"
            + " continues the job; nothing was written twice.");
  }
}
