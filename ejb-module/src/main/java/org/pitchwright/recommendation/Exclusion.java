package org.pitchwright.recommendation;

/** Which items of the customer's past stay away. */
public enum Exclusion {
  /** Every item with any earlier event. */
  SEEN,
  /** Every item that was bought: what was viewed and not bought may come back. */
  PURCHASED,
  /** None. */
  NONE
}
