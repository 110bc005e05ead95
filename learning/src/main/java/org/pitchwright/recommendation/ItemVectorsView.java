package org.pitchwright.recommendation;

/** Some of the items of a larger set, in an order of their own. */
final class ItemVectorsView extends ItemVectors {
  private final ItemVectors all;
  private final int[] items;

  ItemVectorsView(ItemVectors all, int[] items) {
    this.all = all;
    this.items = items;
  }

  @Override
  int dimension() {
    return all.dimension();
  }

  @Override
  int size() {
    return items.length;
  }

  @Override
  void addTo(float[] sum, int item, float factor) {
    all.addTo(sum, items[item], factor);
  }

  @Override
  float product(float[] query, int item) {
    return all.product(query, items[item]);
  }

  @Override
  void multiply(float[][] queries, float[][] products) {
    for (int query = 0; query < queries.length; query++) {
      for (int item = 0; item < items.length; item++) {
        products[query][item] = all.product(queries[query], items[item]);
      }
    }
  }
}
