package org.pitchwright.operations.demo;

import java.time.LocalDate;

/** When in the year a kind of product sells best; both markets lie in the northern hemisphere. */
enum Season {
  SUMMER(196),
  WINTER(14);

  private static final double AMPLITUDE = 0.75;

  private final int peakDayOfYear;

  Season(int peakDayOfYear) {
    this.peakDayOfYear = peakDayOfYear;
  }

  /** Demand on this day against the year's mean: 0.25 to 1.75. */
  double demand(LocalDate day) {
    double angle = 2 * StrictMath.PI * (day.getDayOfYear() - peakDayOfYear) / 365.25;
    return 1 + AMPLITUDE * StrictMath.cos(angle);
  }
}
