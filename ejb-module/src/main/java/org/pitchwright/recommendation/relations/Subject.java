package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;

/**
 * What a logical rule is about: an item, or a category with everything below it. Exactly one of the
 * two is given.
 */
public record Subject(@Nullable ItemId item, @Nullable String category) {
  /** One item. */
  public static Subject of(ItemId item) {
    return new Subject(item, null);
  }

  /** A category, with all categories below it. */
  public static Subject ofCategory(String category) {
    return new Subject(null, category);
  }

  @Nullable String itemKey() {
    return item == null ? null : item.value();
  }

  @Override
  public String toString() {
    return item == null ? "category " + category : "item " + item;
  }
}
