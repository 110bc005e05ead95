package org.pitchwright.recommendation.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * The policies of one moment, by where the items are shown.
 *
 * @param everywhere for each scenario that has none of its own
 */
public record PoliciesInForce(ListPolicy everywhere, Map<String, ListPolicy> byScenario) {
  /** No policy at all. */
  public static final PoliciesInForce OFF = new PoliciesInForce(ListPolicy.OFF, Map.of());

  public PoliciesInForce {
    byScenario = Map.copyOf(byScenario);
  }

  /** The policy for a scenario. */
  public ListPolicy of(String scenario) {
    return byScenario.getOrDefault(scenario, everywhere);
  }

  /** The same with another policy for a place. */
  public PoliciesInForce with(PolicyScenario place, ListPolicy policy) {
    if (place.isEverywhere()) {
      return new PoliciesInForce(policy, byScenario);
    }
    Map<String, ListPolicy> changed = new HashMap<>(byScenario);
    changed.put(place.value(), policy);
    return new PoliciesInForce(everywhere, changed);
  }

  /** The same without trying anything anywhere. */
  public PoliciesInForce withoutExploration() {
    Map<String, ListPolicy> changed = new HashMap<>(byScenario);
    changed.replaceAll((scenario, policy) -> policy.withoutExploration());
    return new PoliciesInForce(everywhere.withoutExploration(), changed);
  }
}
