package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.List;
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
  /**
   * Those that repeat the one before as the strongest of them, the later of two that are equal. The
   * data set of a training is made the same way.
   */
  static List<Interaction> mergingRepeats(List<Interaction> interactions) {
    List<Interaction> merged = new ArrayList<>(interactions.size());
    for (Interaction next : interactions) {
      int last = merged.size() - 1;
      if (last < 0 || !next.repeats(merged.get(last))) {
        merged.add(next);
      } else if (Math.abs(next.weight) >= Math.abs(merged.get(last).weight)) {
        merged.set(last, next);
      }
    }
    return merged;
  }

  /** Whether the visitor does it now, rather than having done it before. */
  boolean isRecent() {
    return eventRow == 0;
  }

  private boolean repeats(Interaction before) {
    return History.repeats(item, weight, before.item, before.weight);
  }
}
