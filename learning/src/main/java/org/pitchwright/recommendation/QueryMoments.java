package org.pitchwright.recommendation;

/**
 * Mean and deviation of the products of a query with all items, without computing the products:
 * they follow from the items' mean vector and covariance matrix, E[q·v] = q·μ and Var[q·v] = qᵀΣq.
 */
final class QueryMoments {
  /** Of larger catalogues an even sample of about this size stands for all. */
  private static final int SAMPLE = 20_000;

  private final int dimension;
  private final float[] mean;
  private final float[] covariance;

  private QueryMoments(int dimension, float[] mean, float[] covariance) {
    this.dimension = dimension;
    this.mean = mean;
    this.covariance = covariance;
  }

  /** The moments of queries against these vectors; takes rows · dimension² steps. */
  static QueryMoments of(ItemVectors vectors) {
    int dimension = vectors.dimension();
    int stride = Math.max(1, vectors.size() / SAMPLE);
    double[] sums = new double[dimension];
    double[] products = new double[dimension * dimension];
    int count = 0;
    for (int item = 0; item < vectors.size(); item += stride) {
      add(vectors.vector(item), sums, products);
      count++;
    }
    float[] mean = new float[dimension];
    float[] covariance = new float[dimension * dimension];
    for (int row = 0; row < dimension; row++) {
      mean[row] = (float) (sums[row] / count);
      for (int column = 0; column <= row; column++) {
        double value =
            products[row * dimension + column] / count - sums[row] / count * (sums[column] / count);
        covariance[row * dimension + column] = (float) value;
        covariance[column * dimension + row] = (float) value;
      }
    }
    return new QueryMoments(dimension, mean, covariance);
  }

  private static void add(float[] vector, double[] sums, double[] products) {
    int dimension = vector.length;
    for (int row = 0; row < dimension; row++) {
      double factor = vector[row];
      sums[row] += factor;
      int offset = row * dimension;
      for (int column = 0; column <= row; column++) {
        products[offset + column] += factor * vector[column];
      }
    }
  }

  /**
   * Moments of one query's products.
   *
   * @throws IllegalStateException when the query has a value that is not finite
   */
  Moments of(float[] query) {
    float[] turned = new float[dimension];
    FloatItemVectors.multiply(
        covariance, dimension, query, turned, 0, dimension); // Σ is symmetric.
    double expected = 0;
    double variance = 0;
    for (int k = 0; k < dimension; k++) {
      expected += (double) query[k] * mean[k];
      variance += (double) query[k] * turned[k];
    }
    return Moments.of(expected, variance);
  }
}
