package org.pitchwright.recommendation.training;

import java.util.List;

/**
 * Windows of about the same length, as flat arrays, the latest event last.
 *
 * @param rows number of windows
 * @param length number of events of the longest window
 * @param items {@code [rows · length]}, 0 where padded
 * @param paddings how many places before each row's first event are empty
 * @param places position in {@code items} of each target's latest input
 * @param targets item that came next
 * @param weights strength of each target, adding up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
record TrainingBatch(
    int rows,
    int length,
    long[] items,
    int[] paddings,
    long[] places,
    long[] targets,
    float[] weights) {

  /** Whether any row is shorter than the longest. */
  boolean padded() {
    return places.length < items.length;
  }

  /** Lays windows out. */
  static TrainingBatch of(List<TrainingWindow> windows) {
    int length = windows.stream().mapToInt(TrainingWindow::targets).max().orElse(0);
    int count = windows.stream().mapToInt(TrainingWindow::targets).sum();
    TrainingBatch batch =
        new TrainingBatch(
            windows.size(),
            length,
            new long[windows.size() * length],
            new int[windows.size()],
            new long[count],
            new long[count],
            new float[count]);
    int target = 0;
    for (int row = 0; row < windows.size(); row++) {
      target = batch.place(windows.get(row), row, target);
    }
    batch.normalizeWeights();
    return batch;
  }

  private int place(TrainingWindow window, int row, int firstTarget) {
    int target = firstTarget;
    paddings[row] = length - window.targets();
    for (int step = 0; step < window.targets(); step++) {
      int place = row * length + paddings[row] + step;
      items[place] = window.items()[step];
      places[target] = place;
      targets[target] = window.items()[step + 1];
      weights[target++] = window.weights()[step + 1];
    }
    return target;
  }

  private void normalizeWeights() {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int target = 0; target < weights.length; target++) {
      weights[target] = (float) (weights[target] / sum);
    }
  }
}
