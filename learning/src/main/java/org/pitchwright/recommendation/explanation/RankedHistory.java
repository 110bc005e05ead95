package org.pitchwright.recommendation.explanation;

import java.util.Arrays;
import java.util.BitSet;
import org.pitchwright.recommendation.History;

/**
 * A history with what it keeps off the list, so that a list can be made again from a part of it.
 *
 * @param history what the customer did
 * @param keepsAway for each event, whether its item must not be recommended because of it
 * @param barred items that are never on the list, whatever the customer did
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record RankedHistory(History history, boolean[] keepsAway, BitSet barred) {

  /** Checks that both belong together. */
  public RankedHistory {
    if (history.size() != keepsAway.length) {
      throw new IllegalArgumentException(
          "A history of %d events has %d marks; give one for each event."
              .formatted(history.size(), keepsAway.length));
    }
  }

  /** The same customer without any event on the given items. */
  RankedHistory without(BitSet items) {
    int kept = 0;
    int[] remaining = new int[history.size()];
    float[] weights = new float[history.size()];
    boolean[] away = new boolean[history.size()];
    for (int event = 0; event < history.size(); event++) {
      int item = history.items()[event];
      if (!items.get(item)) {
        remaining[kept] = item;
        weights[kept] = history.weights()[event];
        away[kept++] = keepsAway[event];
      }
    }
    History shorter = new History(Arrays.copyOf(remaining, kept), Arrays.copyOf(weights, kept));
    return new RankedHistory(shorter, Arrays.copyOf(away, kept), barred);
  }

  /** Items that cannot be on the list. */
  BitSet excluded() {
    BitSet excluded = (BitSet) barred.clone();
    for (int event = 0; event < keepsAway.length; event++) {
      if (keepsAway[event]) {
        excluded.set(history.items()[event]);
      }
    }
    return excluded;
  }
}
