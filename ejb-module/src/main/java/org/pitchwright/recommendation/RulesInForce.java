package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pitchwright.recommendation.policy.PoliciesInForce;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;

/**
 * The business rules in force and how lists are mixed, by where the items are shown.
 *
 * @param everywhere those that are not for one scenario only
 * @param byScenario for each scenario that has rules or a policy of its own, these and those for
 *     everywhere
 * @param looked for what people look at in the product: it stands for the home page, but tries
 *     nothing, as no customer is there to like it or not
 */
record RulesInForce(RuleSet everywhere, Map<String, RuleSet> byScenario, RuleSet looked) {
  /**
   * Sorts rules by scenario.
   *
   * @param rules in the order in which they apply
   * @param tree in which their categories stand
   */
  static RulesInForce of(List<Rule> rules, PoliciesInForce policies, CategoryTree tree) {
    Set<String> scenarios =
        rules.stream()
            .map(rule -> rule.data().scenario())
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    scenarios.addAll(policies.byScenario().keySet());
    Map<String, RuleSet> byScenario = new HashMap<>();
    for (String scenario : scenarios) {
      byScenario.put(scenario, RuleSet.of(applying(rules, scenario), policies.of(scenario), tree));
    }
    RuleSet everywhere =
        RuleSet.of(
            rules.stream().filter(rule -> rule.data().scenario() == null).toList(),
            policies.everywhere(),
            tree);
    RuleSet home = byScenario.getOrDefault(RecommendationRequest.DEFAULT_SCENARIO, everywhere);
    RuleSet looked =
        home.policy().explores()
            ? RuleSet.of(
                applying(rules, RecommendationRequest.DEFAULT_SCENARIO),
                home.policy().withoutExploration(),
                tree)
            : home;
    return new RulesInForce(everywhere, Map.copyOf(byScenario), looked);
  }

  private static List<Rule> applying(List<Rule> rules, String scenario) {
    return rules.stream()
        .filter(rule -> rule.data().scenario() == null || scenario.equals(rule.data().scenario()))
        .toList();
  }

  /** The rules for a scenario. */
  RuleSet of(String scenario) {
    return scenario.equals(RecommendationFigures.PREVIEW)
        ? looked
        : byScenario.getOrDefault(scenario, everywhere);
  }
}
