package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/** Autograd must never read memory that Java has taken back. */
class GarbageCollectionTest {

  private static final TrainingDataset SHOP =
      SyntheticShop.dataset(60, 60, 12, TinyTraining.settings());

  @RepeatedTest(3)
  void betweenForwardAndBackwardChangesNothing() throws IOException {
    Map<String, float[]> calm = train(() -> {});

    Map<String, float[]> disturbed = train(GarbageCollectionTest::collectAndOverwrite);

    calm.forEach((name, values) -> assertThat(disturbed.get(name)).as(name).isEqualTo(values));
  }

  private static void collectAndOverwrite() {
    System.gc();
    for (int block = 0; block < 64; block++) {
      ByteBuffer garbage = ByteBuffer.allocateDirect(4 << (block % 12));
      while (garbage.hasRemaining()) {
        garbage.put((byte) ThreadLocalRandom.current().nextInt());
      }
    }
  }

  private static Map<String, float[]> train(Runnable disturbance) throws IOException {
    Hyperparameters settings = Hyperparameters.of(SHOP);
    List<TrainingWindow> windows = TrainingWindow.of(SHOP.sequences(), settings.maximumLength());
    try (SequenceTrainer trainer =
        new SequenceTrainer(
            settings,
            60,
            windows,
            new FloatMatrix(0, 0, new float[0]),
            weights -> -1,
            TinyTraining.QUIET,
            "garbage",
            null)) {
      trainer.beforeBackward(disturbance);
      return trainer.train();
    }
  }
}
