package org.pitchwright.recommendation.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;
import org.pitchwright.recommendation.Exclusion;
import org.pitchwright.recommendation.RecommendationBody;
import org.pitchwright.recommendation.RecommendationRequest;

/** A draft of a rule, and for whom to try it, on the wire. */
@Schema(name = "RulePreviewRequest")
public record RulePreviewBody(
    @Schema(description = "Of the rule that the draft is to replace; null for a new one")
        @Nullable String key,
    @JsonProperty(required = true) @Nullable RuleBody rule,
    @Schema(description = "Null for a visitor who is not known") @Nullable String customerId,
    @Schema(description = "What the visitor looked at just now, oldest first")
        @Nullable List<@Nullable String> recentItems,
    @Schema(description = "How many items, 1 to 200", defaultValue = "10") @Nullable Integer limit,
    @Schema(description = "Which items of the customer's past stay away", defaultValue = "SEEN")
        @Nullable Exclusion exclude) {

  RuleKey toKey() {
    return key == null ? RuleKey.fresh() : PathKey.parse("key", key, RuleKey::new);
  }

  /**
   * The draft.
   *
   * @throws ProblemException if it is null or no rule; the pointers begin with {@code /rule}
   */
  RuleData toData() {
    if (rule == null) {
      throw ProblemException.invalid("/rule", "rule must not be null");
    }
    return within(rule::toData);
  }

  /** Lets what is wrong with the draft point into it. */
  static <T> T within(Supplier<T> act) {
    try {
      return act.get();
    } catch (ProblemException problem) {
      List<Violation> inside =
          problem.violations().stream()
              .map(one -> new Violation("/rule" + one.pointer(), one.detail()))
              .toList();
      throw new ProblemException(problem.kind(), String.valueOf(problem.getMessage()), inside);
    }
  }

  /**
   * The request whose answer is shown, in the draft's own scenario if it has one.
   *
   * @throws ProblemException if a key is none, or nothing tells for whom the items are
   */
  RecommendationRequest toRequest(RuleData draft) {
    RecommendationRequest request =
        new RecommendationBody(customerId, recentItems, null, limit, exclude, null, null)
            .toRequest();
    String scenario = draft.scenario();
    return scenario == null
        ? request
        : new RecommendationRequest(
            request.customerId(),
            request.recentItems(),
            scenario,
            request.limit(),
            request.exclude(),
            null,
            Set.of());
  }
}
