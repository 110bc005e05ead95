package org.pitchwright.recommendation.rules;

/** Whether a rule applies now. */
public enum RuleState {
  ACTIVE,
  /** It begins later. */
  SCHEDULED,
  ENDED,
  /** Somebody switched it off. */
  OFF
}
