package org.pitchwright.recommendation;

import java.util.Arrays;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Item vectors of length 1 and their dot products with query vectors.
 *
 * <p>Kept once by rows, to look items up, and once by columns, so that the inner loop runs over
 * neighbouring items and the compiler turns it into vector instructions.
 */
final class ItemVectors {

  /** Floats in one tile of the matrix: it stays in the second-level cache for all queries. */
  private static final int TILE = 1 << 16;

  private final FloatMatrix rows;
  private final float[] columns;

  ItemVectors(FloatMatrix vectors) {
    rows = vectors.normalizedRows();
    columns = rows.transposed().values();
  }

  int dimension() {
    return rows.columns();
  }

  /** Number of items. */
  int size() {
    return rows.rows();
  }

  /** The vectors of some items, in their order. */
  ItemVectors subset(int[] items) {
    FloatMatrix chosen = FloatMatrix.zeros(items.length, dimension());
    for (int place = 0; place < items.length; place++) {
      System.arraycopy(
          rows.values(),
          rows.offset(items[place]),
          chosen.values(),
          chosen.offset(place),
          dimension());
    }
    return new ItemVectors(chosen);
  }

  /** Adds {@code factor} times an item's vector to {@code sum}. */
  void addTo(float[] sum, int item, float factor) {
    int offset = rows.offset(item);
    float[] values = rows.values();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * values[offset + k];
    }
  }

  /** A copy of an item's vector. */
  float[] vector(int item) {
    float[] vector = new float[dimension()];
    addTo(vector, item, 1f);
    return vector;
  }

  /** The cosine of two items' vectors, −1 to 1; 0 where one of them is all zeros. */
  float cosine(int one, int other) {
    int first = rows.offset(one);
    int second = rows.offset(other);
    float[] values = rows.values();
    float sum = 0;
    for (int k = 0; k < dimension(); k++) {
      sum += values[first + k] * values[second + k];
    }
    return sum;
  }

  /** Writes the dot product of every query with every item: {@code products[query][item]}. */
  void multiply(float[][] queries, float[][] products) {
    int items = rows.rows();
    int tile = Math.max(64, TILE / Math.max(1, dimension()));
    for (int start = 0; start < items; start += tile) {
      int end = Math.min(items, start + tile);
      for (int query = 0; query < queries.length; query++) {
        multiply(columns, items, queries[query], products[query], start, end);
      }
    }
  }

  /**
   * Writes some of the products of a matrix with a query: those of its rows from {@code start} to
   * before {@code end}.
   *
   * @param columns the matrix, column by column
   * @param items number of its rows
   */
  static void multiply(
      float[] columns, int items, float[] query, float[] products, int start, int end) {
    Arrays.fill(products, start, end, 0f);
    int k = 0;
    for (; k + 4 <= query.length; k += 4) {
      addFour(columns, items, query, k, products, start, end);
    }
    for (; k < query.length; k++) {
      float factor = query[k];
      int offset = k * items;
      for (int item = start; item < end; item++) {
        products[item] += factor * columns[offset + item];
      }
    }
  }

  private static void addFour(
      float[] values, int items, float[] query, int k, float[] products, int start, int end) {
    float first = query[k];
    float second = query[k + 1];
    float third = query[k + 2];
    float fourth = query[k + 3];
    int one = k * items;
    int two = one + items;
    int three = two + items;
    int four = three + items;
    for (int item = start; item < end; item++) {
      products[item] +=
          first * values[one + item]
              + second * values[two + item]
              + third * values[three + item]
              + fourth * values[four + item];
    }
  }
}
