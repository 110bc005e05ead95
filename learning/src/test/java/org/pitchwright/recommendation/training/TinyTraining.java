package org.pitchwright.recommendation.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pitchwright.recommendation.trainer.TrainingProgress;

/** Settings and listeners for trainings that take a second. */
final class TinyTraining {

  /** Hears nothing and never stops. */
  static final TrainingListener QUIET =
      new TrainingListener() {
        @Override
        public void progressed(TrainingProgress progress) {}

        @Override
        public boolean stopRequested() {
          return false;
        }
      };

  static {
    TorchRuntime.prepare();
  }

  private TinyTraining() {}

  static Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("dimension", 16);
    settings.put("feedForward", 16);
    settings.put("epochs", 4);
    settings.put("maximumLength", 12);
    settings.put("tokensPerBatch", 256);
    settings.put("learningRate", .01);
    settings.put("dropout", .1);
    return settings;
  }
}
