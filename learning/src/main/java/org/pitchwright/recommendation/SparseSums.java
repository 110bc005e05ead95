package org.pitchwright.recommendation;

import java.util.Arrays;
import org.pitchwright.recommendation.artifact.SparseMatrix;

/**
 * Sums over all items of which most are 0: what is not touched costs nothing but its place. May be
 * used again and again, by one thread at a time.
 */
final class SparseSums {
  private final float[] sums;
  private final int[] rounds;
  private int[] touched = new int[256];
  private int count;
  private int round;

  SparseSums(int items) {
    sums = new float[items];
    rounds = new int[items];
  }

  /** Makes all sums 0. */
  void clear() {
    count = 0;
    if (++round == 0) { // After 2³² rounds an old mark might be taken for a new one.
      Arrays.fill(rounds, 0);
      round = 1;
    }
  }

  /** Adds {@code factor} times a row of a matrix; {@link #clear} comes before the first. */
  void addRow(SparseMatrix matrix, int row, float factor) {
    int end = matrix.rowStarts()[row + 1];
    for (int k = matrix.rowStarts()[row]; k < end; k++) {
      int item = matrix.columns()[k];
      if (rounds[item] != round) {
        touch(item);
      }
      sums[item] += factor * matrix.values()[k];
    }
  }

  private void touch(int item) {
    rounds[item] = round;
    sums[item] = 0;
    if (count == touched.length) {
      touched = Arrays.copyOf(touched, 2 * count);
    }
    touched[count++] = item;
  }

  float get(int item) {
    return rounds[item] == round ? sums[item] : 0f;
  }

  /** The items with the greatest sums, of those that were added to. */
  int[] greatest(int most) {
    if (count <= most) {
      return Arrays.copyOf(touched, count);
    }
    long[] keys = new long[count];
    for (int k = 0; k < count; k++) {
      int bits = Float.floatToIntBits(sums[touched[k]] + 0f);
      keys[k] = (long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32 | touched[k];
    }
    Arrays.sort(keys);
    int[] items = new int[most];
    for (int place = 0; place < most; place++) {
      items[place] = (int) keys[count - 1 - place];
    }
    return items;
  }

  /**
   * Mean and deviation of all sums.
   *
   * @throws IllegalStateException when a sum is not finite
   */
  Moments moments() {
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < count; k++) {
      double value = sums[touched[k]];
      sum += value;
      squares += value * value;
    }
    double mean = sum / sums.length;
    return Moments.of(mean, squares / sums.length - mean * mean);
  }
}
