package org.pitchwright.recommendation.policy;

import java.util.Set;

/**
 * The place that a policy is for: a scenario as requests name it, 1 to {@value #MAX_LENGTH}
 * characters, or {@value #EVERYWHERE} for each that has no policy of its own.
 *
 * @throws IllegalArgumentException if the text names no place; the message is fit for the caller
 */
public record PolicyScenario(String value) {
  public static final String EVERYWHERE = "default";
  private static final int MAX_LENGTH = 100;

  /** Addresses that stand for something else beside the policies. */
  private static final Set<String> TAKEN = Set.of("preview", "exploration");

  /** Every place that has no policy of its own. */
  public static final PolicyScenario DEFAULT = new PolicyScenario(EVERYWHERE);

  public PolicyScenario {
    if (value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("scenario must have 1 to " + MAX_LENGTH + " characters");
    }
    if (TAKEN.contains(value)) {
      throw new IllegalArgumentException("scenario must be another word than " + value);
    }
  }

  /** Whether it stands for every place that has no policy of its own. */
  public boolean isEverywhere() {
    return value.equals(EVERYWHERE);
  }

  @Override
  public String toString() {
    return value;
  }
}
