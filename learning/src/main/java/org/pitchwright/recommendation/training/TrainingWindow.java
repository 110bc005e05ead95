package org.pitchwright.recommendation.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/**
 * A stretch of one customer's positive events: each but the first is a target of those before it.
 *
 * @param items item indexes, oldest first, at least two
 * @param weights strength of each as a target
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
record TrainingWindow(int[] items, float[] weights) {

  /** Windows of one customer at most: a customer with 100,000 events must not rule the model. */
  private static final int WINDOWS_PER_CUSTOMER = 10;

  /** Number of targets. */
  int targets() {
    return items.length - 1;
  }

  /** The items that occur, ascending. */
  static int[] items(List<TrainingWindow> windows) {
    return windows.stream()
        .flatMapToInt(window -> IntStream.of(window.items()))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Cuts sequences from their ends into windows of at most {@code maximumLength} targets. */
  static List<TrainingWindow> of(List<CustomerSequence> sequences, int maximumLength) {
    List<TrainingWindow> windows = new ArrayList<>();
    for (CustomerSequence sequence : sequences) {
      int[] positive =
          IntStream.range(0, sequence.size())
              .filter(event -> sequence.weights()[event] > 0)
              .toArray();
      int end = positive.length;
      for (int window = 0; window < WINDOWS_PER_CUSTOMER && end >= 2; window++) {
        int start = Math.max(0, end - maximumLength - 1);
        windows.add(window(sequence, positive, start, end));
        end = start + 1;
      }
    }
    return windows;
  }

  private static TrainingWindow window(CustomerSequence from, int[] positive, int start, int end) {
    int[] items = new int[end - start];
    float[] weights = new float[end - start];
    for (int k = start; k < end; k++) {
      items[k - start] = from.items()[positive[k]];
      weights[k - start] = from.weights()[positive[k]];
    }
    return new TrainingWindow(items, weights);
  }
}
