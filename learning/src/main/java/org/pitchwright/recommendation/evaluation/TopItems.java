package org.pitchwright.recommendation.evaluation;

import java.util.BitSet;

/** Finds the items with the greatest scores. */
final class TopItems {

  private TopItems() {}

  /**
   * Sets the bits of the {@code depth} best items that are not excluded; the first of equals wins.
   */
  static void mark(float[] scores, BitSet excluded, int depth, BitSet top) {
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
    for (int place = 0; place < size; place++) {
      top.set(items[place]);
    }
  }
}
