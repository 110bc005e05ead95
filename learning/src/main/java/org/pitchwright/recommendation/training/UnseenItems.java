package org.pitchwright.recommendation.training;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Places items that nobody has chosen yet among those that were learned: at the weighted mean of
 * the directions of the items whose texts are most like theirs.
 */
final class UnseenItems {
  private static final int NEIGHBOURS = 10;
  private static final int SHARPNESS = 4;

  private UnseenItems() {}

  private record Neighbour(int item, float likeness) {}

  /**
   * Overwrites the embeddings of the items that were not learned; without a text, an item stays
   * where it is.
   *
   * @param embeddings of all items, row by row
   * @param learned items that occurred in training, ascending
   * @param vectors of all items' texts
   */
  static void place(float[] embeddings, int dimension, int[] learned, FloatMatrix vectors) {
    BitSet known = new BitSet(vectors.rows());
    for (int item : learned) {
      known.set(item);
    }
    for (int item = known.nextClearBit(0);
        item < vectors.rows();
        item = known.nextClearBit(item + 1)) {
      place(item, neighbours(item, learned, vectors), embeddings, dimension);
    }
  }

  private static void place(
      int item, List<Neighbour> neighbours, float[] embeddings, int dimension) {
    double[] mean = new double[dimension];
    double length = 0;
    for (Neighbour neighbour : neighbours) {
      int offset = neighbour.item() * dimension;
      double norm = norm(embeddings, offset, dimension);
      double weight = Math.pow(neighbour.likeness(), SHARPNESS);
      for (int k = 0; k < dimension && norm > 0; k++) {
        mean[k] += weight * embeddings[offset + k] / norm;
      }
    }
    for (double value : mean) {
      length += value * value;
    }
    for (int k = 0; k < dimension && length > 0; k++) {
      embeddings[item * dimension + k] = (float) (mean[k] / Math.sqrt(length));
    }
  }

  private static double norm(float[] values, int offset, int dimension) {
    double squares = 0;
    for (int k = 0; k < dimension; k++) {
      squares += (double) values[offset + k] * values[offset + k];
    }
    return Math.sqrt(squares);
  }

  private static List<Neighbour> neighbours(int item, int[] learned, FloatMatrix vectors) {
    PriorityQueue<Neighbour> nearest =
        new PriorityQueue<>(Comparator.comparing(Neighbour::likeness));
    for (int other : learned) {
      float likeness = product(vectors, item, other);
      Neighbour weakest = nearest.peek();
      if (likeness > 0
          && (weakest == null || nearest.size() < NEIGHBOURS || likeness > weakest.likeness())) {
        nearest.add(new Neighbour(other, likeness));
        if (nearest.size() > NEIGHBOURS) {
          nearest.remove();
        }
      }
    }
    return List.copyOf(nearest);
  }

  private static float product(FloatMatrix vectors, int one, int other) {
    float[] values = vectors.values();
    int first = vectors.offset(one);
    int second = vectors.offset(other);
    float sum = 0;
    for (int k = 0; k < vectors.columns(); k++) {
      sum += values[first + k] * values[second + k];
    }
    return sum;
  }
}
