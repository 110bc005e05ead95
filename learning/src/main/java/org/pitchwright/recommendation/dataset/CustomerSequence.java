package org.pitchwright.recommendation.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;

/**
 * What one customer did, in the order of time: one event for each interaction with an item.
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

  /** The events with other items than these. */
  public CustomerSequence without(BitSet excluded) {
    int[] kept =
        IntStream.range(0, items.length).filter(event -> !excluded.get(items[event])).toArray();
    CustomerSequence rest =
        new CustomerSequence(new int[kept.length], new float[kept.length], new long[kept.length]);
    for (int k = 0; k < kept.length; k++) {
      rest.items[k] = items[kept[k]];
      rest.weights[k] = weights[kept[k]];
      rest.times[k] = times[kept[k]];
    }
    return rest;
  }

  /** The events without their times. */
  public History history() {
    return new History(items, weights);
  }

  /**
   * Positions of the events that show interest in an item for the first time: positive ones, before
   * which nothing was done with the item. Only such an item can be recommended before it is seen.
   */
  public int[] discoveries() {
    Set<Integer> met = new HashSet<>();
    return IntStream.range(0, items.length)
        .filter(event -> met.add(items[event]) && weights[event] > 0)
        .toArray();
  }

  /** Positions of the positive events. */
  public int[] interests() {
    return IntStream.range(0, items.length).filter(event -> weights[event] > 0).toArray();
  }
}
