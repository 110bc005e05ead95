package org.pitchwright.recommendation.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;
import org.pitchwright.recommendation.Exclusion;
import org.pitchwright.recommendation.RecommendationRequest;

/** A draft of a list policy, and where to try it, on the wire. */
@Schema(name = "ListPolicyPreviewRequest")
public record PolicyPreviewBody(
    @Schema(description = "The scenario that the draft is for", defaultValue = "default")
        @Nullable String scenario,
    @JsonProperty(required = true) @Nullable ListPolicyBody policy,
    @Schema(description = "Whose list to show as an example; null for nobody's")
        @Nullable String customerId) {

  PolicyScenario toPlace() {
    return scenario == null
        ? PolicyScenario.DEFAULT
        : PathKey.parse("scenario", scenario, PolicyScenario::new);
  }

  /**
   * The draft.
   *
   * @throws ProblemException if it is null or out of its ranges; the pointers begin with {@code
   *     /policy}
   */
  ListPolicy toPolicy(ListPolicies policies) {
    if (policy == null) {
      throw ProblemException.invalid("/policy", "policy must not be null");
    }
    ListPolicy draft = policy.toPolicy();
    try {
      policies.check(draft);
    } catch (ProblemException problem) {
      List<Violation> inside =
          problem.violations().stream()
              .map(one -> new Violation("/policy" + one.pointer(), one.detail()))
              .toList();
      throw new ProblemException(problem.kind(), String.valueOf(problem.getMessage()), inside);
    }
    return draft;
  }

  /**
   * The request whose answer is the example; null without a customer.
   *
   * @throws ProblemException if the key of the customer is none
   */
  @Nullable RecommendationRequest toRequest() {
    return customerId == null
        ? null
        : example(PathKey.parse("customerId", customerId, CustomerId::new), toPlace());
  }

  /** The usual request for a customer at a place. */
  static RecommendationRequest example(CustomerId customer, PolicyScenario place) {
    return new RecommendationRequest(
        customer,
        List.of(),
        place.value(),
        RecommendationRequest.DEFAULT_LIMIT,
        Exclusion.SEEN,
        null,
        Set.of());
  }
}
