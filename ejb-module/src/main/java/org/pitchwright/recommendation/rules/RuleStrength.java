package org.pitchwright.recommendation.rules;

/**
 * How much a rule moves an item, in words. The scores of the best items of a long list fall off
 * about exponentially, and there a shift by k standard deviations divides an item's place by about
 * e^k: by 2, 5 and 20 for the three.
 */
public enum RuleStrength {
  A_LITTLE(.7),
  CLEARLY(1.6),
  STRONGLY(3);

  private final double deviations;

  RuleStrength(double deviations) {
    this.deviations = deviations;
  }

  /** The shift in standard deviations of the score, above 0. */
  public double deviations() {
    return deviations;
  }

  /** The word that is nearest to a shift in standard deviations. */
  public static RuleStrength nearest(double deviations) {
    RuleStrength nearest = A_LITTLE;
    for (RuleStrength strength : values()) {
      if (Math.abs(strength.deviations - deviations) < Math.abs(nearest.deviations - deviations)) {
        nearest = strength;
      }
    }
    return nearest;
  }
}
