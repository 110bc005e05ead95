package org.pitchwright.recommendation.training;

import java.util.Map;
import org.pitchwright.recommendation.trainer.TrainingProgress;

/** Is told how far a training has come, and says whether it shall stop. */
interface TrainingListener {

  /** Hears of progress. */
  void progressed(TrainingProgress progress);

  /** Whether somebody asked to stop; read between batches. */
  boolean stopRequested();

  /** Reports progress without figures. */
  default void report(String phase, long done, long total, String unit, String message) {
    progressed(new TrainingProgress(phase, done, total, unit, message, Map.of()));
  }
}
