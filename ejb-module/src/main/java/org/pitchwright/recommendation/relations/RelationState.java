package org.pitchwright.recommendation.relations;

/** Whether lists heed a relation. */
public enum RelationState {
  ACTIVE,
  /** The job found it, and waits for a person to agree. */
  SUGGESTED,
  /** A person said that it does not hold; the job does not bring it back. */
  REJECTED
}
