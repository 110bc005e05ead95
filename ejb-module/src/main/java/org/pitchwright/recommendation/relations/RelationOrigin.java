package org.pitchwright.recommendation.relations;

/** Who says that two items belong together. */
public enum RelationOrigin {
  /** A job that counted purchases. */
  DATA,
  /** A person, or another system. */
  HAND
}
