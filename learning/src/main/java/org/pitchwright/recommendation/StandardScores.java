package org.pitchwright.recommendation;

/** Standard scores (z = (x − mean) / deviation) of all items, so that parts can be averaged. */
final class StandardScores {

  private static final double SMALLEST_DEVIATION = 1e-12;

  private StandardScores() {}

  /**
   * Writes {@code weight · z(x)} over x. Scores that are all the same become zeros.
   *
   * @throws IllegalStateException when a score is not finite
   */
  static void standardize(float[] scores, float weight) {
    Moments moments = Moments.of(scores);
    float factor = moments.factor(weight);
    float mean = moments.mean;
    for (int item = 0; item < scores.length; item++) {
      scores[item] = (scores[item] - mean) * factor;
    }
  }

  /**
   * Adds {@code weight · z(x)} to {@code sums}.
   *
   * @throws IllegalStateException when a score is not finite
   */
  static void addStandardized(float[] scores, float weight, float[] sums) {
    Moments moments = Moments.of(scores);
    float factor = moments.factor(weight);
    float mean = moments.mean;
    for (int item = 0; item < scores.length; item++) {
      sums[item] += (scores[item] - mean) * factor;
    }
  }

  /** Mean and deviation, summed in four lanes so that additions need not wait for each other. */
  private record Moments(float mean, double deviation) {

    static Moments of(float[] scores) {
      double sum = 0;
      double squares = 0;
      int whole = scores.length & ~3;
      for (int item = 0; item < whole; item += 4) {
        double a = scores[item];
        double b = scores[item + 1];
        double c = scores[item + 2];
        double d = scores[item + 3];
        sum += (a + b) + (c + d);
        squares += (a * a + b * b) + (c * c + d * d);
      }
      for (int item = whole; item < scores.length; item++) {
        double value = scores[item];
        sum += value;
        squares += value * value;
      }
      double mean = sum / scores.length;
      double variance = Math.max(0, squares / scores.length - mean * mean);
      if (!Double.isFinite(variance)) {
        throw new IllegalStateException("The model gave a score that is not a finite number.");
      }
      return new Moments((float) mean, Math.sqrt(variance));
    }

    float factor(float weight) {
      return deviation < SMALLEST_DEVIATION ? 0f : (float) (weight / deviation);
    }
  }
}
