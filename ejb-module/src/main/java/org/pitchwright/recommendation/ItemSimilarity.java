package org.pitchwright.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * How alike items are: to the model, or by their categories where it does not know them both.
 *
 * @param model null while plain popularity answers
 */
record ItemSimilarity(ItemTable items, @Nullable ServingModel model) {
  /** From −1 for opposites over 0 for items that have nothing in common to 1 for the same. */
  double of(int one, int other) {
    if (one == other) {
      return 1;
    }
    if (model != null && model.knows(one) && model.knows(other)) {
      return model.similarity(one, other);
    }
    String category = items.entry(one).category();
    return !category.isEmpty() && category.equals(items.entry(other).category()) ? 1 : 0;
  }
}
