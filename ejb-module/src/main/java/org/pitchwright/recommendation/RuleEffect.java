package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/**
 * What a rule does to a list. Neither answer was kept.
 *
 * @param before without the rule
 * @param after with it
 */
public record RuleEffect(Recommendation before, Recommendation after) {
  /** The items that the rule brought in, best first. */
  public List<ItemId> entered() {
    return missing(after, before);
  }

  /** The items that are there no more, best first. */
  public List<ItemId> left() {
    return missing(before, after);
  }

  /** The items that stand at another place than before, best first. */
  public List<ItemId> moved() {
    Map<ItemId, Integer> ranks = ranks(before);
    return after.items().stream()
        .filter(item -> ranks.getOrDefault(item.itemId(), item.rank()) != item.rank())
        .map(RankedItem::itemId)
        .toList();
  }

  private static List<ItemId> missing(Recommendation here, Recommendation there) {
    Map<ItemId, Integer> ranks = ranks(there);
    return here.items().stream()
        .map(RankedItem::itemId)
        .filter(item -> !ranks.containsKey(item))
        .toList();
  }

  /** The rank of each item of an answer, from 1. */
  public static Map<ItemId, Integer> ranks(Recommendation answer) {
    Map<ItemId, Integer> ranks = new HashMap<>();
    answer.items().forEach(item -> ranks.put(item.itemId(), item.rank()));
    return ranks;
  }
}
