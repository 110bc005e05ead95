package org.pitchwright.recommendation.training;

/** A training that ends because it was asked to; its checkpoint stays. */
final class TrainingStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingStoppedException() {
    super("The training was stopped at its last checkpoint.");
  }
}
