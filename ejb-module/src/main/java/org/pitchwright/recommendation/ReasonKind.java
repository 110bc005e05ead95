package org.pitchwright.recommendation;

/** Why an item was recommended. */
public enum ReasonKind {
  /** It goes with what the customer did before. */
  HISTORY,
  /** It goes with what the visitor looks at now. */
  RECENT,
  /** Many like it, and nothing is known about this customer. */
  POPULAR,
  /** It resembles the item that was asked about. */
  SIMILAR,
  /** A business rule put it at its place. */
  RULE,
  /** It is shown to learn whether customers like it. */
  EXPLORATION,
  /** It is an accessory of what the customer bought, wants to buy or looks at. */
  ACCESSORY,
  /** Customers buy it together with what this one bought, wants to buy or looks at. */
  BOUGHT_TOGETHER,
  /** It replaces an item that would be here. */
  SUCCESSOR
}
