package org.pitchwright.recommendation.jobs;

import java.util.Arrays;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/**
 * Gathers the interactions of one subject: events in the order of time, of which those that repeat
 * the one before count as one, with the strongest weight and the last time. Serving reads histories
 * the same way.
 */
final class SequenceBuilder {
  private int[] items = new int[64];
  private float[] weights = new float[64];
  private long[] times = new long[64];
  private int size;

  void add(int item, float weight, long time) {
    int last = size - 1;
    if (size > 0 && History.repeats(item, weight, items[last], weights[last])) {
      times[last] = time;
      if (Math.abs(weight) > Math.abs(weights[last])) {
        weights[last] = weight;
      }
      return;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    items[size] = item;
    weights[size] = weight;
    times[size] = time;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** What was gathered; the builder is empty afterwards. */
  CustomerSequence take() {
    CustomerSequence sequence =
        new CustomerSequence(
            Arrays.copyOf(items, size), Arrays.copyOf(weights, size), Arrays.copyOf(times, size));
    size = 0;
    return sequence;
  }
}
