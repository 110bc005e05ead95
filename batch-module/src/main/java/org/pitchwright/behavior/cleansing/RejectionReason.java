package org.pitchwright.behavior.cleansing;

/** Why an event is not learned from. */
public enum RejectionReason {
  /** What its type needs is not there: an item, a rating. */
  MISSING_VALUE,
  /** A measure lies outside what is possible. */
  OUT_OF_RANGE,
  /** The item is not in the catalogue; judged again once it is. */
  UNKNOWN_ITEM,
  /** It happened after it was received. */
  FUTURE_TIME,
  /** It happened before there was anything to do. */
  TOO_OLD,
  /** No person acts that fast for that long. */
  BOT,
  /** The same was done to the same item a moment before. */
  NEAR_DUPLICATE
}
