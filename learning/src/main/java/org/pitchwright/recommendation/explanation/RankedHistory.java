package org.pitchwright.recommendation.explanation;

import java.util.BitSet;
import org.pitchwright.recommendation.History;

/**
 * A history with what it keeps off the list, so that a list can be made again from a part of it.
 *
 * @param history what the customer did
 * @param keptAway items that are not recommended because they are in the history
 * @param barred items that are never on the list, whatever the customer did
 */
public record RankedHistory(History history, BitSet keptAway, BitSet barred) {

  /** Copies the sets. */
  public RankedHistory {
    keptAway = (BitSet) keptAway.clone();
    barred = (BitSet) barred.clone();
  }

  /** The same customer without any event on the given items. */
  RankedHistory without(BitSet items) {
    BitSet stillAway = (BitSet) keptAway.clone();
    stillAway.andNot(items);
    return new RankedHistory(history.withoutItems(items).mergingRepeats(), stillAway, barred);
  }

  /** Whether an item may be on the list. */
  boolean admits(int item) {
    return !keptAway.get(item) && !barred.get(item);
  }
}
