package org.pitchwright.recommendation;

import org.pitchwright.recommendation.artifact.FloatMatrix;

/** Item vectors of length 1 (or 0) and their dot products with query vectors. */
abstract class ItemVectors {

  abstract int dimension();

  /** Number of items. */
  abstract int size();

  /** Adds {@code factor} times an item's vector to {@code sum}. */
  abstract void addTo(float[] sum, int item, float factor);

  /** The dot product of a query with an item. */
  abstract float product(float[] query, int item);

  /** Writes the dot product of every query with every item: {@code products[query][item]}. */
  abstract void multiply(float[][] queries, float[][] products);

  /** A copy of an item's vector. */
  final float[] vector(int item) {
    float[] vector = new float[dimension()];
    addTo(vector, item, 1f);
    return vector;
  }

  /** The cosine of two items' vectors, −1 to 1; 0 where one of them is all zeros. */
  final float cosine(int one, int other) {
    return product(vector(one), other);
  }

  /** A copy of the vectors of some items, in their order: for many queries. */
  final ItemVectors subset(int[] items) {
    FloatMatrix chosen = FloatMatrix.zeros(items.length, dimension());
    for (int place = 0; place < items.length; place++) {
      float[] vector = vector(items[place]);
      System.arraycopy(vector, 0, chosen.values(), chosen.offset(place), vector.length);
    }
    return new FloatItemVectors(chosen);
  }

  /** The vectors of some items, in their order, looked up when they are asked for. */
  final ItemVectors view(int[] items) {
    return new ItemVectorsView(this, items);
  }
}
