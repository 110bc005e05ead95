package org.pitchwright.recommendation.playground;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.PlaygroundAnswer;
import org.pitchwright.recommendation.PlaygroundAnswer.IgnoredReason;
import org.pitchwright.recommendation.PlaygroundAnswer.TriedItem;
import org.pitchwright.recommendation.Recommendation;
import org.pitchwright.recommendation.RecommendationReply;
import org.pitchwright.recommendation.ScoreBreakdown;
import org.pitchwright.recommendation.rules.RuleKind;

/** What a version of the recommender says to a made-up history, on the wire. */
@Schema(name = "PlaygroundAnswer")
public record PlaygroundReply(
    Recommendation.ModelRef model,
    @Schema(description = "Whether the history decided") boolean personalized,
    @Schema(description = "What the model says, without business rules") List<Item> items,
    @Schema(description = "What the rules in force on the home page make of it")
        List<Item> afterRules,
    @Schema(description = "Items of the history that say nothing to this version, and why")
        List<IgnoredItem> ignored) {

  /** An item with the parts of its score, on the wire. */
  @Schema(name = "TriedItem")
  public record Item(
      String itemId,
      int rank,
      double score,
      @Schema(description = "They add up to the score; null for an item that the model has not")
          @Nullable Parts parts,
      RecommendationReply.Reason reason,
      @Schema(description = "Business rules that pin the item, move it or keep it out")
          List<RuleRef> rules) {
    static Item of(TriedItem tried) {
      RecommendationReply.Item item = RecommendationReply.Item.of(tried.item());
      return new Item(
          item.itemId(),
          item.rank(),
          item.score(),
          Parts.of(tried),
          item.reason(),
          tried.rules().stream()
              .map(rule -> new RuleRef(rule.key().value(), rule.name(), rule.kind()))
              .toList());
    }
  }

  /** The parts of a score on the wire. */
  @Schema(name = "ScoreParts")
  public record Parts(
      @Schema(description = "What the order of the history says") double sequence,
      @Schema(description = "How often the item came after those of the history")
          double transitions,
      @Schema(description = "How much its text resembles theirs") double texts,
      @Schema(description = "How often it is chosen at all") double popularity,
      @Schema(description = "What its likeness to refused items takes away") double refusals,
      @Schema(description = "What business rules add or take away") double rules) {
    static @Nullable Parts of(TriedItem tried) {
      ScoreBreakdown parts = tried.parts();
      Double shift = tried.ruleShift();
      return parts == null || shift == null
          ? null
          : new Parts(
              parts.sequence(),
              parts.transitions(),
              parts.texts(),
              parts.popularity(),
              parts.refusals(),
              shift);
    }
  }

  /** A business rule on the wire. */
  @Schema(name = "InfluentialRule")
  public record RuleRef(String key, String name, RuleKind kind) {}

  /** An item that does not count, on the wire. */
  public record IgnoredItem(String itemId, IgnoredReason reason) {}

  static PlaygroundReply of(PlaygroundAnswer answer) {
    return new PlaygroundReply(
        answer.model(),
        answer.personalized(),
        answer.items().stream().map(Item::of).toList(),
        answer.ruled().stream().map(Item::of).toList(),
        answer.ignored().stream()
            .map(ignored -> new IgnoredItem(ignored.item().value(), ignored.reason()))
            .toList());
  }
}
