package org.pitchwright.recommendation.jobs;

import java.util.Arrays;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/** Gathers the events of one subject. */
final class SequenceBuilder {
  private int[] items = new int[64];
  private float[] weights = new float[64];
  private long[] times = new long[64];
  private int size;
  private int positive;

  void add(int item, float weight, long time) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    items[size] = item;
    weights[size] = weight;
    times[size] = time;
    size++;
    positive += weight > 0 ? 1 : 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Number of events that show interest. */
  int positive() {
    return positive;
  }

  /** What was gathered; the builder is empty afterwards. */
  CustomerSequence take() {
    CustomerSequence sequence =
        new CustomerSequence(
            Arrays.copyOf(items, size), Arrays.copyOf(weights, size), Arrays.copyOf(times, size));
    size = 0;
    positive = 0;
    return sequence;
  }
}
