package org.pitchwright.recommendation.relations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/** What is said of a relation by hand. */
@Schema(name = "RelationDecision", description = "That a relation holds, or that it does not")
public record RelationBody(
    @Schema(
            description = "ACTIVE, or REJECTED to keep the job from bringing it back",
            defaultValue = "ACTIVE")
        @Nullable RelationState state,
    @Schema(description = "Why, at most 500 characters") @Nullable String note) {

  /**
   * The state that is decided.
   *
   * @throws ProblemException if it is one that only the job gives
   */
  RelationState decided() {
    if (state == RelationState.SUGGESTED) {
      throw ProblemException.invalid("/state", "state must be ACTIVE or REJECTED, not SUGGESTED");
    }
    return state == null ? RelationState.ACTIVE : state;
  }
}
