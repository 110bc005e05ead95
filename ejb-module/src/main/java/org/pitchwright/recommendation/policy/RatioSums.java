package org.pitchwright.recommendation.policy;

import org.jspecify.annotations.Nullable;

/**
 * Sums over lists from which a ratio of two sums is estimated: the rate Σa / Σw, where a list
 * brought a and weighs w. The places of a list depend on each other, lists hardly do, so that lists
 * are what the interval is made from.
 *
 * @param a Σ a
 * @param w Σ w
 * @param aa Σ a²
 * @param aw Σ a·w
 * @param ww Σ w²
 */
record RatioSums(double a, double w, double aa, double aw, double ww) {
  /** The 97.5% quantile of the normal distribution. */
  private static final double NORMAL = 1.959964;

  /** The rate; null where nothing weighs anything. */
  @Nullable Double rate() {
    return w > 0 ? a / w : null;
  }

  /**
   * The rate with its interval, by the delta method: what a list adds to the error of the ratio is
   * about (a − rate·w) / Σw.
   */
  ExplorationReport.@Nullable Rate estimate() {
    Double rate = rate();
    return rate == null ? null : around(rate, squaredError(rate), 0, 1);
  }

  private double squaredError(double rate) {
    return (aa - 2 * rate * aw + rate * rate * ww) / (w * w);
  }

  /** A value with its interval, which is cut where no value can be. */
  private static ExplorationReport.Rate around(
      double value, double squaredError, double least, double most) {
    double half = NORMAL * Math.sqrt(Math.max(0, squaredError));
    return new ExplorationReport.Rate(
        value, Math.max(least, value - half), Math.min(most, value + half));
  }

  /**
   * By how much this rate is greater than another of the same lists, with the interval of the
   * difference.
   *
   * @param cross Σ of the products of both lists' sums: a·a′, a·w′, w·a′, w·w′
   */
  ExplorationReport.@Nullable Rate minus(RatioSums other, Cross cross) {
    Double here = rate();
    Double there = other.rate();
    if (here == null || there == null) {
      return null;
    }
    double together =
        (cross.aa() - there * cross.aw() - here * cross.wa() + here * there * cross.ww())
            / (w * other.w);
    double error = squaredError(here) + other.squaredError(there) - 2 * together;
    return around(here - there, error, -1, 1);
  }

  /** Sums over lists of products of this and another ratio's sums. */
  record Cross(double aa, double aw, double wa, double ww) {}
}
