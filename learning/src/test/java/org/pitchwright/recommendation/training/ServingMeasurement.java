package org.pitchwright.recommendation.training;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.SparseMatrix;

/** Prints the processor time of a score: 2,000 items, histories of 50 events, one thread. */
public final class ServingMeasurement {

  private static final int ITEMS = 2000;
  private static final int LENGTH = 50;
  private static final int TEXT_WIDTH = 512;
  private static final int ROUNDS = 7;
  private static final int CALLS = 300;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private ServingMeasurement() {}

  /** Runs the measurement; needs no arguments. */
  public static void main(String[] arguments) {
    TorchRuntime.prepare();
    Hyperparameters settings =
        Hyperparameters.of(SyntheticShop.dataset(ITEMS, 1, LENGTH, Map.of()));
    Random random = new Random(1);
    FloatMatrix texts = FloatMatrix.zeros(ITEMS, TEXT_WIDTH);
    for (int k = 0; k < texts.values().length; k++) {
      texts.values()[k] = (float) random.nextGaussian();
    }
    try (UntrainedModel untrained = new UntrainedModel(settings, ITEMS)) {
      measure("all parts", untrained, texts, BlendWeights.DEFAULT);
      measure("without texts", untrained, null, BlendWeights.DEFAULT);
      measure("sequence only", untrained, null, new BlendWeights(1, 0, 0, 0, 0, .3f));
    }
  }

  private static void measure(
      String name, UntrainedModel untrained, FloatMatrix texts, BlendWeights blend) {
    try (RecommenderModel model =
        RecommenderModel.load(untrained.artifact(blend, transitions(), texts).blobs())) {
      for (int batch : new int[] {1, 8}) {
        List<History> histories = histories(batch);
        double[] milliseconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          long start = CPU.getCurrentThreadCpuTime();
          for (int call = 0; call < CALLS; call++) {
            model.scores(histories);
          }
          milliseconds[round] = (CPU.getCurrentThreadCpuTime() - start) / 1e6 / CALLS / batch;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
            "%-14s batch %d: median %.3f ms, best %.3f ms for a history%n",
            name, batch, milliseconds[ROUNDS / 2], milliseconds[0]);
      }
    }
  }

  private static List<History> histories(int batch) {
    Random random = new Random(2);
    List<History> histories = new ArrayList<>();
    for (int row = 0; row < batch; row++) {
      histories.add(History.of(random.ints(LENGTH, 0, ITEMS).toArray()));
    }
    return histories;
  }

  private static SparseMatrix transitions() {
    Random random = new Random(4);
    int perRow = 300;
    int[] starts = new int[ITEMS + 1];
    int[] columns = random.ints(ITEMS * perRow, 0, ITEMS).toArray();
    float[] values = new float[columns.length];
    Arrays.fill(values, .1f);
    for (int item = 0; item < ITEMS; item++) {
      starts[item + 1] = starts[item] + perRow;
    }
    return new SparseMatrix(ITEMS, starts, columns, values);
  }
}
