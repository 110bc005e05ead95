package org.pitchwright.recommendation.relations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;

/**
 * Which relations to list: all that is given must hold.
 *
 * @param item at either end; null for any
 */
public record RelationFilter(
    @Nullable ItemId item,
    @Nullable RelationKind kind,
    @Nullable RelationOrigin origin,
    @Nullable RelationState state) {
  /** The relations of one item. */
  public static RelationFilter of(ItemId item) {
    return new RelationFilter(item, null, null, null);
  }

  /** The condition, with a mark for each of the {@link #values()}. */
  String condition() {
    return (item == null ? "true" : "? IN (from_item, to_item)")
        + (kind == null ? "" : " AND kind = ?")
        + (origin == null ? "" : " AND origin = ?")
        + (state == null ? "" : " AND state = ?");
  }

  List<Object> values() {
    List<Object> values = new ArrayList<>();
    if (item != null) {
      values.add(item.value());
    }
    for (Enum<?> choice : new Enum<?>[] {kind, origin, state}) {
      if (choice != null) {
        values.add(choice.name());
      }
    }
    return values;
  }
}
