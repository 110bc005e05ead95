package org.pitchwright.recommendation;

import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Items in the order of their scores, before any rule of a request.
 *
 * @param modelVersion the version that scored
 * @param items numbers in the {@link ItemTable}, best first
 * @param complete whether every item of the model is there, or only the best
 * @param causes at each item's place why it is there, once somebody has asked
 */
record Ranking(
    int modelVersion,
    int[] items,
    float[] scores,
    boolean complete,
    AtomicReferenceArray<List<Interaction>> causes) {
  Ranking(int modelVersion, int[] items, float[] scores, boolean complete) {
    this(modelVersion, items, scores, complete, new AtomicReferenceArray<>(items.length));
  }

  int size() {
    return items.length;
  }

  boolean serves(int version, int minimum) {
    return version == modelVersion && (complete || items.length >= minimum);
  }

  /** The best {@code limit} of all items, by score; ties go to the lower number. */
  static Ranking best(int modelVersion, int[] numbers, float[] scores, int limit) {
    PriorityQueue<Integer> worstFirst =
        new PriorityQueue<>(
            (a, b) -> {
              int byScore = Float.compare(scores[a], scores[b]);
              return byScore != 0 ? byScore : Integer.compare(numbers[b], numbers[a]);
            });
    float bound = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (worstFirst.size() < limit) {
        worstFirst.add(i);
      } else if (scores[i] > bound) {
        worstFirst.poll();
        worstFirst.add(i);
      } else {
        continue;
      }
      Integer worst = worstFirst.peek();
      bound = worst == null ? bound : scores[worst];
    }
    int size = worstFirst.size();
    int[] items = new int[size];
    float[] kept = new float[size];
    for (int i = size - 1; i >= 0; i--) {
      int best = worstFirst.remove();
      items[i] = numbers[best];
      kept[i] = scores[best];
    }
    return new Ranking(modelVersion, items, kept, size == scores.length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "Ranking[model " + modelVersion + ", " + items.length + " items]";
  }
}
