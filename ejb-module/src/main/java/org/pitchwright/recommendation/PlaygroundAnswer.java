package org.pitchwright.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.ModelRef;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.recommendation.rules.RuleKind;

/**
 * What a version of the recommender would show after a made-up history. Nothing of it is kept.
 *
 * @param personalized whether the history decided, rather than popularity
 * @param items what the model says, best first
 * @param ruled what is left of it, and comes to it, by the business rules in force on the home page
 * @param ignored the steps that say nothing to this version, in the order of the history
 */
public record PlaygroundAnswer(
    ModelRef model,
    boolean personalized,
    List<TriedItem> items,
    List<TriedItem> ruled,
    List<Ignored> ignored) {
  public PlaygroundAnswer {
    items = List.copyOf(items);
    ruled = List.copyOf(ruled);
    ignored = List.copyOf(ignored);
  }

  /**
   * An item with the parts of its score.
   *
   * @param parts what the model makes of it; null for an item that it does not know, which only a
   *     rule can show
   * @param rules those in force that concern the item: that pin it, move it or keep it out
   */
  public record TriedItem(
      RankedItem item, @Nullable ScoreBreakdown parts, List<InfluentialRule> rules) {
    /** Below this a difference comes from the rounding of a float. */
    private static final double ROUNDING = 1e-4;

    public TriedItem {
      rules = List.copyOf(rules);
    }

    /** What rules add to the model's score, below 0 for what they take; null without parts. */
    public @Nullable Double ruleShift() {
      if (parts == null) {
        return null;
      }
      double shift = item.score() - parts.score();
      return Math.abs(shift) < ROUNDING ? 0 : shift;
    }
  }

  /** A business rule that concerns an item. */
  public record InfluentialRule(RuleKey key, String name, RuleKind kind) {}

  /** A step of the history that does not count, and why. */
  public record Ignored(ItemId item, IgnoredReason reason) {}

  /** Why a step does not count. */
  public enum IgnoredReason {
    /** No item has this key. */
    NOT_IN_CATALOGUE,
    /** The version was trained without the item. */
    NOT_IN_MODEL
  }
}
