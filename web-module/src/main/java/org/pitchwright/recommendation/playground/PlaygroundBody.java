package org.pitchwright.recommendation.playground;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.PlaygroundQuestion;
import org.pitchwright.recommendation.RecommendationRequest;

/** A made-up history on the wire. */
@Schema(name = "PlaygroundRequest")
public record PlaygroundBody(
    @Schema(description = "What the visitor did, oldest first, at most 200 steps")
        @JsonProperty(required = true)
        @Nullable List<@Nullable StepBody> history,
    @Schema(description = "How many items, 1 to 200", defaultValue = "10") @Nullable Integer limit,
    @Schema(description = "Of the reasons: zh or en", defaultValue = "en")
        @Nullable String language) {

  /** One event of the history on the wire. */
  @Schema(name = "PlaygroundStep")
  public record StepBody(
      @JsonProperty(required = true) @Nullable String itemId,
      @Schema(description = "VIEW, CLICK, CART, PURCHASE or DISMISS", defaultValue = "VIEW")
          @Nullable EventType type) {}

  /**
   * The question that this body stands for.
   *
   * @throws ProblemException if the history is missing, or a step names no item
   */
  PlaygroundQuestion toQuestion(int version) {
    if (history == null) {
      throw ProblemException.invalid("/history", "history must not be null");
    }
    List<PlaygroundQuestion.Step> steps = new ArrayList<>(history.size());
    for (int place = 0; place < history.size(); place++) {
      steps.add(step("history/" + place, history.get(place)));
    }
    return new PlaygroundQuestion(
        version, steps, limit == null ? RecommendationRequest.DEFAULT_LIMIT : limit, language);
  }

  private static PlaygroundQuestion.Step step(String place, @Nullable StepBody step) {
    if (step == null) {
      throw ProblemException.invalid("/" + place, "history must not contain null");
    }
    String itemId = step.itemId();
    if (itemId == null) {
      throw ProblemException.invalid("/" + place + "/itemId", "itemId must not be null");
    }
    EventType type = step.type();
    return new PlaygroundQuestion.Step(
        PathKey.parse(place + "/itemId", itemId, ItemId::new),
        type == null ? EventType.VIEW : type);
  }
}
