package org.pitchwright.recommendation.dataset;

import java.util.Arrays;
import org.pitchwright.recommendation.History;

/**
 * The events of one customer in the order of time.
 *
 * @param items item index of each event
 * @param weights positive: strength as a target; negative: never a target, lowers what resembles it
 * @param times seconds since 1970-01-01T00:00:00Z
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record CustomerSequence(int[] items, float[] weights, long[] times) {

  /** Checks that the arrays belong together. */
  public CustomerSequence {
    if (items.length != weights.length || items.length != times.length) {
      throw new IllegalArgumentException(
          "A sequence has %d items, %d weights and %d times."
              .formatted(items.length, weights.length, times.length));
    }
  }

  /** Number of events. */
  public int size() {
    return items.length;
  }

  /** The first {@code size} events. */
  public CustomerSequence prefix(int size) {
    return new CustomerSequence(
        Arrays.copyOf(items, size), Arrays.copyOf(weights, size), Arrays.copyOf(times, size));
  }

  /** The events without their times. */
  public History history() {
    return new History(items, weights);
  }

  /** Position of the {@code n}-th positive event from the end (1 is the last), or −1. */
  int positiveFromEnd(int n) {
    int found = 0;
    for (int event = items.length - 1; event >= 0; event--) {
      if (weights[event] > 0 && ++found == n) {
        return event;
      }
    }
    return -1;
  }
}
