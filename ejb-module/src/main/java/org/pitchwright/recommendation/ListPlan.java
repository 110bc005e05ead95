package org.pitchwright.recommendation;

import java.util.List;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/**
 * What an answer is drawn from.
 *
 * @param greedy the best list, each item with certainty at its place
 * @param pool the items that come next, of which some may be tried; none of them is in the list
 */
record ListPlan(List<RankedItem> greedy, List<ItemId> pool) {
  ListPlan {
    greedy = List.copyOf(greedy);
    pool = List.copyOf(pool);
  }

  /** Whether an item may give its place to another; one that a rule pinned may not. */
  boolean isOpen(int place) {
    return greedy.get(place).reason().kind() != ReasonKind.RULE;
  }

  /** How many places are open. */
  int openPlaces() {
    int open = 0;
    for (int place = 0; place < greedy.size(); place++) {
      open += isOpen(place) ? 1 : 0;
    }
    return open;
  }
}
