package org.pitchwright.recommendation;

import org.pitchwright.behavior.EventType;

/**
 * An event as serving sees it, or several that are one interaction.
 *
 * @param item number in the {@link ItemTable}
 * @param at milliseconds since 1970, never later than when the event came in
 * @param weight of {@link org.pitchwright.behavior.InteractionWeights}
 * @param recent whether the next read may give the event again
 */
record Interaction(long eventRow, int item, EventType type, long at, float weight, boolean recent) {
  /** Whether the visitor does it now, rather than having done it before. */
  boolean isRecent() {
    return eventRow == 0;
  }

  /** Whether this only goes on with what the one before it began. */
  boolean repeats(Interaction before) {
    return History.repeats(item, weight, before.item, before.weight);
  }
}
