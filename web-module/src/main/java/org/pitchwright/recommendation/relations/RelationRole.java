package org.pitchwright.recommendation.relations;

import org.pitchwright.catalog.ItemId;

/** What another item is to the one that is looked at, in the order in which people read it. */
public enum RelationRole {
  REPLACED_BY,
  REPLACES,
  HAS_ACCESSORY,
  ACCESSORY_OF,
  BOUGHT_TOGETHER;

  /** What the other end of a relation is to an item at one end. */
  static RelationRole of(RelationKey key, ItemId item) {
    boolean first = key.from().equals(item);
    return switch (key.kind()) {
      case BOUGHT_TOGETHER -> BOUGHT_TOGETHER;
      case ACCESSORY_OF -> first ? ACCESSORY_OF : HAS_ACCESSORY;
      case REPLACES -> first ? REPLACES : REPLACED_BY;
    };
  }

  /** The relation in which another item has this role to the one that is looked at. */
  RelationKey key(ItemId item, ItemId other) {
    return switch (this) {
      case BOUGHT_TOGETHER -> new RelationKey(RelationKind.BOUGHT_TOGETHER, item, other);
      case ACCESSORY_OF -> new RelationKey(RelationKind.ACCESSORY_OF, item, other);
      case HAS_ACCESSORY -> new RelationKey(RelationKind.ACCESSORY_OF, other, item);
      case REPLACES -> new RelationKey(RelationKind.REPLACES, item, other);
      case REPLACED_BY -> new RelationKey(RelationKind.REPLACES, other, item);
    };
  }
}
