package org.pitchwright.recommendation.rules;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation;
import org.pitchwright.recommendation.RecommendationReply.Item;
import org.pitchwright.recommendation.RuleEffect;

/** What a rule would do to a list, on the wire. */
@Schema(name = "RulePreview")
public record RulePreviewReply(
    Recommendation.ModelRef model,
    @Schema(description = "Whether the customer's own past decided") boolean personalized,
    @Schema(description = "Without the rule") List<Item> before,
    @Schema(description = "With it, as if it were in force now") List<Item> after,
    @Schema(description = "Items that it brought in") List<String> entered,
    @Schema(description = "Items that are there no more") List<String> left,
    @Schema(description = "Items that stand at another place") List<String> moved) {
  /** An effect as it goes over the wire. */
  public static RulePreviewReply of(RuleEffect effect) {
    return new RulePreviewReply(
        effect.after().model(),
        effect.after().personalized(),
        items(effect.before()),
        items(effect.after()),
        keys(effect.entered()),
        keys(effect.left()),
        keys(effect.moved()));
  }

  private static List<Item> items(Recommendation answer) {
    return answer.items().stream().map(Item::of).toList();
  }

  private static List<String> keys(List<ItemId> items) {
    return items.stream().map(ItemId::value).toList();
  }
}
