package org.pitchwright.recommendation.jobs;

import org.pitchwright.recommendation.trainer.TrainingProgress;

/**
 * How much of a training is done. The trainer counts something else in each of its phases; a person
 * wants one bar that only grows. The shares are what the phases took on the demo company.
 */
final class TrainingShare {
  private TrainingShare() {}

  /** 0 to 100. */
  static long of(TrainingProgress progress) {
    return switch (progress.phase()) {
      case "READ" -> between(0, 2, progress);
      case "TEXTS" -> between(2, 25, progress);
      case "TRANSITIONS" -> between(25, 27, progress);
      case "SEQUENCE" -> between(27, 85, progress);
      case "BLEND" -> between(85, 92, progress);
      default -> between(92, 100, progress);
    };
  }

  private static long between(long from, long to, TrainingProgress progress) {
    long total = Math.max(1, progress.total());
    return from + (to - from) * Math.max(0, Math.min(total, progress.done())) / total;
  }
}
