package org.pitchwright.operations.demo;

/** How the demand for a kind of product changes over the half year. */
enum Trend {
  RISING {
    @Override
    double demand(double progress) {
      return 0.15 + 3.6 * progress * progress;
    }
  },
  FADING {
    @Override
    double demand(double progress) {
      return RISING.demand(1 - progress);
    }
  };

  /**
   * Demand against a kind without trend.
   *
   * @param progress 0 at the beginning of the half year, 1 at its end
   */
  abstract double demand(double progress);
}
