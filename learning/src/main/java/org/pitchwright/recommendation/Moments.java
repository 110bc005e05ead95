package org.pitchwright.recommendation;

/** Mean and standard deviation of a part's scores over all items. */
record Moments(float mean, double deviation) {
  private static final double SMALLEST_DEVIATION = 1e-12;

  /**
   * Of the scores of all items, summed in four lanes so that additions need not wait for each
   * other.
   *
   * @throws IllegalStateException when a score is not finite
   */
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
    return of(mean, squares / scores.length - mean * mean);
  }

  /**
   * Of a mean and a variance; a variance below 0 is a rounded 0.
   *
   * @throws IllegalStateException when one of them is not finite
   */
  static Moments of(double mean, double variance) {
    if (!Double.isFinite(mean) || !Double.isFinite(variance)) {
      throw new IllegalStateException("The model gave a score that is not a finite number.");
    }
    return new Moments((float) mean, Math.sqrt(Math.max(0, variance)));
  }

  /** Writes {@code weight · z(x)} over x; where all items score the same, zeros. */
  void standardize(float[] scores, float weight) {
    float factor = factor(weight);
    for (int item = 0; item < scores.length; item++) {
      scores[item] = (scores[item] - mean) * factor;
    }
  }

  /** Adds {@code weight · z(x)} to {@code sums}. */
  void addStandardized(float[] scores, float weight, float[] sums) {
    float factor = factor(weight);
    for (int item = 0; item < scores.length; item++) {
      sums[item] += (scores[item] - mean) * factor;
    }
  }

  /** A query whose products are {@code weight · z(x)}, but for a constant. */
  float[] weighted(float[] query, float weight) {
    float factor = factor(weight);
    float[] weighted = new float[query.length];
    for (int k = 0; k < weighted.length; k++) {
      weighted[k] = factor * query[k];
    }
    return weighted;
  }

  private float factor(float weight) {
    return deviation < SMALLEST_DEVIATION ? 0f : (float) (weight / deviation);
  }
}
