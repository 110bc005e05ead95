package org.pitchwright.recommendation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What one customer did, oldest event first.
 *
 * @param items index of the item of each event, as {@link RecommenderModel#indexOf} gives it
 * @param weights how strongly each event speaks for its item: positive for interest (a purchase
 *     more than a view), negative for refusal (a dismissal, a rating of 1 or 2); finite, same
 *     length
 */
public record History(int[] items, float[] weights) {

  /** The history of a customer of whom nothing is known. */
  public static final History EMPTY = new History(new int[0], new float[0]);

  /** Checks that both arrays belong together. */
  public History {
    if (items.length != weights.length) {
      throw new IllegalArgumentException(
          "A history has %d items and %d weights; give one weight for each item."
              .formatted(items.length, weights.length));
    }
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException("A weight of a history is " + weight + ".");
      }
    }
  }

  /** A history of events that all weigh the same. */
  public static History of(int... items) {
    float[] weights = new float[items.length];
    Arrays.fill(weights, 1f);
    return new History(items, weights);
  }

  /** Number of events. */
  public int size() {
    return items.length;
  }

  /** The same history as if there had been no events with these items. */
  public History withoutItems(BitSet excluded) {
    int[] remaining = new int[items.length];
    float[] strengths = new float[items.length];
    int size = 0;
    for (int event = 0; event < items.length; event++) {
      if (!excluded.get(items[event])) {
        remaining[size] = items[event];
        strengths[size++] = weights[event];
      }
    }
    return new History(Arrays.copyOf(remaining, size), Arrays.copyOf(strengths, size));
  }

  /**
   * Whether an event only repeats the one before it: the same item, and both interest or both
   * refusal. To view, to put in the cart and to buy is one decision.
   */
  public static boolean repeats(int item, float weight, int itemBefore, float weightBefore) {
    return item == itemBefore && (weight > 0) == (weightBefore > 0);
  }

  /**
   * The same history with events that repeat the one before taken as one interaction, of the
   * greatest strength among them.
   */
  public History mergingRepeats() {
    int[] merged = new int[items.length];
    float[] strengths = new float[items.length];
    int size = 0;
    for (int event = 0; event < items.length; event++) {
      if (size == 0
          || !repeats(items[event], weights[event], merged[size - 1], strengths[size - 1])) {
        merged[size] = items[event];
        strengths[size++] = weights[event];
      } else if (Math.abs(weights[event]) > Math.abs(strengths[size - 1])) {
        strengths[size - 1] = weights[event];
      }
    }
    return new History(Arrays.copyOf(merged, size), Arrays.copyOf(strengths, size));
  }

  /** Positions of the events with a positive weight, the latest {@code limit} of them. */
  int[] latestPositive(int limit) {
    int count = 0;
    for (float weight : weights) {
      count += weight > 0 ? 1 : 0;
    }
    int skip = Math.max(0, count - limit);
    int[] positions = new int[count - skip];
    int seen = 0;
    for (int event = 0; event < weights.length; event++) {
      if (weights[event] > 0 && seen++ >= skip) {
        positions[seen - 1 - skip] = event;
      }
    }
    return positions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && Arrays.equals(items, history.items)
        && Arrays.equals(weights, history.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(items) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "History[items="
        + Arrays.toString(items)
        + ", weights="
        + Arrays.toString(weights)
        + "]";
  }
}
