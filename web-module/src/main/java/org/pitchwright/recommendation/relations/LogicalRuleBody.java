package org.pitchwright.recommendation.relations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;

/** A logical rule on the wire. */
@Schema(name = "LogicalRule", description = "Never show the one after a purchase of the other")
public record LogicalRuleBody(
    @JsonProperty(required = true) @Nullable What never,
    @JsonProperty(required = true) @Nullable What after,
    @Schema(description = "For how long after the purchase, 1 to 3650; null for ever")
        @Nullable Integer days,
    @Schema(description = "Why, at most 500 characters") @Nullable String note,
    @JsonProperty(required = true) @Nullable Boolean enabled) {

  /** An item, or a category with everything below it. */
  @Schema(name = "LogicalRuleSubject", description = "Either an item, or a category with all below")
  public record What(@Nullable String itemId, @Nullable String category) {
    static What of(Subject subject) {
      return new What(subject.item() == null ? null : subject.item().value(), subject.category());
    }

    Subject toSubject(String member) {
      return new Subject(
          itemId == null ? null : PathKey.parse(member + "/itemId", itemId, ItemId::new), category);
    }
  }

  static LogicalRuleBody of(LogicalRuleData data) {
    return new LogicalRuleBody(
        What.of(data.never()), What.of(data.after()), data.days(), data.note(), data.enabled());
  }

  /**
   * The rule that this body stands for.
   *
   * @throws ProblemException naming a member that must not be null, or a key that is none
   */
  LogicalRuleData toData() {
    if (never == null) {
      throw ProblemException.invalid("/never", "never must not be null");
    }
    if (after == null) {
      throw ProblemException.invalid("/after", "after must not be null");
    }
    if (enabled == null) {
      throw ProblemException.invalid("/enabled", "enabled must not be null");
    }
    return new LogicalRuleData(
        never.toSubject("never"), after.toSubject("after"), days, note, enabled);
  }
}
