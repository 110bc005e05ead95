package org.pitchwright.recommendation.relations;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pitchwright.catalog.ItemId;

/**
 * Which relation between which items; of a symmetrical one the item whose key sorts first by its
 * bytes comes first, in whichever order the two are given.
 *
 * @throws IllegalArgumentException if both items are the same; the message is fit for the caller
 */
public record RelationKey(RelationKind kind, ItemId from, ItemId to) {
  public RelationKey {
    if (from.equals(to)) {
      throw new IllegalArgumentException("An item has no relation to itself");
    }
    if (kind.symmetrical() && compare(from, to) > 0) {
      ItemId first = to;
      to = from;
      from = first;
    }
  }

  /** As the database compares texts in the collation "C". */
  private static int compare(ItemId one, ItemId other) {
    return Arrays.compareUnsigned(
        one.value().getBytes(StandardCharsets.UTF_8),
        other.value().getBytes(StandardCharsets.UTF_8));
  }

  /** The item at the other end. */
  public ItemId beside(ItemId item) {
    return item.equals(from) ? to : from;
  }

  @Override
  public String toString() {
    return kind + " " + from + " " + to;
  }
}
