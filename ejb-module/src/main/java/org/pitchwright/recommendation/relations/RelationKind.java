package org.pitchwright.recommendation.relations;

/** How one item belongs to another. */
public enum RelationKind {
  /** Customers buy both; the same in both directions. */
  BOUGHT_TOGETHER,
  /** The one is an accessory of the other. */
  ACCESSORY_OF,
  /** The one is the successor of the other. */
  REPLACES;

  /** Whether it means the same in both directions. */
  public boolean symmetrical() {
    return this == BOUGHT_TOGETHER;
  }
}
