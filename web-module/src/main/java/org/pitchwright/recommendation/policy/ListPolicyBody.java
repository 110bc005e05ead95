package org.pitchwright.recommendation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list policy on the wire. */
@Schema(name = "ListPolicy", description = "How lists of recommendations are mixed")
public record ListPolicyBody(
    @Schema(
            description = "How much an item loses for resembling those above it, 0 to 1",
            defaultValue = "0")
        @Nullable Double diversity,
    @Schema(
            description = "How closely the categories of a list follow the customer's past, 0 to 1",
            defaultValue = "0")
        @Nullable Double calibration,
    @Schema(
            description = "The share of places that are given to items that come next, 0 to 0.5",
            defaultValue = "0")
        @Nullable Double exploration,
    @Schema(
            description = "How many items that come next may be tried, 10 to 200",
            defaultValue = "50")
        @Nullable Integer explorationPool) {

  static ListPolicyBody of(ListPolicy policy) {
    return new ListPolicyBody(
        policy.diversity(), policy.calibration(), policy.exploration(), policy.explorationPool());
  }

  /** The policy that this body stands for; what is left out is off. */
  ListPolicy toPolicy() {
    return new ListPolicy(
        diversity == null ? 0 : diversity,
        calibration == null ? 0 : calibration,
        exploration == null ? 0 : exploration,
        explorationPool == null ? ListPolicy.DEFAULT_POOL : explorationPool);
  }
}
