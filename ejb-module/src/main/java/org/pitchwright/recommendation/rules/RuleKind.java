package org.pitchwright.recommendation.rules;

/** What a rule does. */
public enum RuleKind {
  /** Puts one item at a place of the list. */
  PIN,
  /** Moves items up. */
  BOOST,
  /** Moves items down. */
  BURY,
  /** Keeps items out. */
  EXCLUDE,
  /** Lets at most so many items of one category in. */
  CAP;

  /** Whether the rule changes the scores that the model gave. */
  public boolean moves() {
    return this == BOOST || this == BURY;
  }
}
