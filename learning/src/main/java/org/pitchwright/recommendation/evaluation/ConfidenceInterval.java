package org.pitchwright.recommendation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The interval in which a mean lies with 95% confidence, by the bootstrap (Efron 1979).
 *
 * @param lower 2.5% quantile of resampled means
 * @param upper 97.5% quantile
 */
public record ConfidenceInterval(double lower, double upper) {

  private static final int RESAMPLES = 500;

  /** Bootstraps the mean of {@code values}; the same seed gives the same interval. */
  public static ConfidenceInterval ofMean(double[] values, long seed) {
    if (values.length == 0) {
      return new ConfidenceInterval(0, 0);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double sum = 0;
      for (int draw = 0; draw < values.length; draw++) {
        sum += values[random.nextInt(values.length)];
      }
      means[resample] = sum / values.length;
    }
    Arrays.sort(means);
    int tail = (int) Math.round(RESAMPLES * .025);
    return new ConfidenceInterval(means[tail], means[RESAMPLES - 1 - tail]);
  }
}
