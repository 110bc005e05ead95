package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the shop that a customer intends to make.
 *
 * @param at when
 * @param intent what for
 * @param anchor the product that gave rise to it, null for {@link Intent#EXPLORE}
 * @param kind key of the kind wanted, null where the anchor says it
 */
record Visit(OffsetDateTime at, Intent intent, @Nullable Product anchor, @Nullable String kind) {

  /** The same intention at another time. */
  Visit movedTo(OffsetDateTime other) {
    return new Visit(other, intent, anchor, kind);
  }

  /** What a visit is for. */
  enum Intent {
    /** A new wish. */
    EXPLORE,
    /** Something that goes with the anchor. */
    FOLLOW_UP,
    /** The anchor is used up. */
    REPLENISH,
    /** The volume after the anchor. */
    NEXT_VOLUME,
    /** The anchor has been tried, and is rated. */
    RATE
  }
}
