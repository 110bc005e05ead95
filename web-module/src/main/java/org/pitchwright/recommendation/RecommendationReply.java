package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;

/** An answer of the recommender on the wire. */
@Schema(name = "Recommendation")
public record RecommendationReply(
    @Schema(description = "Names the answer in feedback") String requestId,
    Recommendation.ModelRef model,
    @Schema(description = "The experiment that decided, null outside of any")
        @Nullable ExperimentRef experiment,
    @Schema(description = "Whether the customer's own past decided") boolean personalized,
    List<Item> items) {

  /** The variant of an experiment that the customer fell into. */
  public record ExperimentRef(String key, String variant) {}

  /** A recommended item on the wire. */
  @Schema(name = "RecommendedItem")
  public record Item(
      String itemId,
      int rank,
      double score,
      @Schema(description = "Null until there were enough purchases to calibrate on")
          @Nullable Double purchaseProbability,
      double propensity,
      Reason reason) {
    /** An item as it goes over the wire. */
    public static Item of(Recommendation.RankedItem item) {
      List<String> becauseOf = new ArrayList<>(item.reason().becauseOf().size());
      for (ItemId cause : item.reason().becauseOf()) {
        becauseOf.add(cause.value());
      }
      return new Item(
          item.itemId().value(),
          item.rank(),
          item.score(),
          item.purchaseProbability(),
          item.propensity(),
          new Reason(item.reason().kind(), item.reason().text(), becauseOf));
    }
  }

  /** Why an item is there, on the wire. */
  public record Reason(ReasonKind kind, String text, List<String> becauseOf) {}

  static RecommendationReply of(Recommendation answer) {
    List<Item> items = new ArrayList<>(answer.items().size());
    for (Recommendation.RankedItem item : answer.items()) {
      items.add(Item.of(item));
    }
    return new RecommendationReply(
        answer.requestId().toString(), answer.model(), null, answer.personalized(), items);
  }
}
