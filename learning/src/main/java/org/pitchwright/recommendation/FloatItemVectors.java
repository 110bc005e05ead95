package org.pitchwright.recommendation;

import java.util.Arrays;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Vectors as floats, kept once by rows, to look items up, and once by columns, so that the inner
 * loop runs over neighbouring items and the compiler turns it into vector instructions.
 */
final class FloatItemVectors extends ItemVectors {

  /** Floats in one tile of the matrix: it stays in the second-level cache for all queries. */
  private static final int TILE = 1 << 16;

  private final FloatMatrix rows;
  private final float[] columns;

  FloatItemVectors(FloatMatrix vectors) {
    rows = vectors.normalizedRows();
    columns = rows.transposed().values();
  }

  @Override
  int dimension() {
    return rows.columns();
  }

  @Override
  int size() {
    return rows.rows();
  }

  @Override
  void addTo(float[] sum, int item, float factor) {
    int offset = rows.offset(item);
    float[] values = rows.values();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * values[offset + k];
    }
  }

  @Override
  float product(float[] query, int item) {
    int offset = rows.offset(item);
    float[] values = rows.values();
    float sum = 0;
    for (int k = 0; k < query.length; k++) {
      sum += query[k] * values[offset + k];
    }
    return sum;
  }

  @Override
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
