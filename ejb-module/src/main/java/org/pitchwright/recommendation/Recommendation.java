package org.pitchwright.recommendation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;

/**
 * An answer of the recommender, as it is kept.
 *
 * @param personalized whether the customer's own past decided, rather than popularity
 */
public record Recommendation(
    UUID requestId, ModelRef model, boolean personalized, List<RankedItem> items) {
  public Recommendation {
    items = List.copyOf(items);
  }

  /**
   * The model that answered.
   *
   * @param version 0 for plain popularity, which answers while no model was promoted
   */
  public record ModelRef(String name, int version) {}

  /**
   * One item of the answer.
   *
   * @param rank from 1
   * @param score orders the items of one answer; not comparable between answers
   * @param purchaseProbability calibrated on later purchases, 0 to 1; null until there are enough
   * @param propensity probability with which the item was put at this rank; 1 without exploration
   */
  public record RankedItem(
      ItemId itemId,
      int rank,
      double score,
      @Nullable Double purchaseProbability,
      double propensity,
      Reason reason) {}

  /**
   * Why an item is there.
   *
   * @param text a sentence in the customer's language
   * @param becauseOf the past items that decided, most important first
   */
  public record Reason(ReasonKind kind, String text, List<ItemId> becauseOf) {}
}
