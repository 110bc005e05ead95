package org.pitchwright.recommendation.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the items with the greatest scores. */
final class TopItems {

  private TopItems() {}

  /** The {@code depth} best items that are not excluded; the first of equals wins. */
  static int[] of(float[] scores, BitSet excluded, int depth) {
    int[] items = new int[depth];
    int size = 0;
    for (int item = 0; item < scores.length; item++) {
      boolean full = size == depth;
      if ((full && scores[item] <= scores[items[size - 1]]) || excluded.get(item)) {
        continue;
      }
      int place = full ? size - 1 : size++;
      while (place > 0 && scores[items[place - 1]] < scores[item]) {
        items[place] = items[place - 1];
        place--;
      }
      items[place] = item;
    }
    return Arrays.copyOf(items, size);
  }
}
