package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;

/**
 * The business rules in force, by where the items are shown.
 *
 * @param everywhere those that are not for one scenario only
 * @param byScenario for each scenario that has rules of its own, these and those for everywhere
 */
record RulesInForce(RuleSet everywhere, Map<String, RuleSet> byScenario) {
  /**
   * Sorts rules by scenario.
   *
   * @param rules in the order in which they apply
   * @param tree in which their categories stand
   */
  static RulesInForce of(List<Rule> rules, CategoryTree tree) {
    Set<String> scenarios =
        rules.stream()
            .map(rule -> rule.data().scenario())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, RuleSet> byScenario = new HashMap<>();
    for (String scenario : scenarios) {
      byScenario.put(
          scenario,
          RuleSet.of(
              rules.stream()
                  .filter(
                      rule ->
                          rule.data().scenario() == null || scenario.equals(rule.data().scenario()))
                  .toList(),
              tree));
    }
    RuleSet everywhere =
        RuleSet.of(rules.stream().filter(rule -> rule.data().scenario() == null).toList(), tree);
    return new RulesInForce(everywhere, Map.copyOf(byScenario));
  }

  /** The rules for a scenario. What people look at in the product stands for the home page. */
  RuleSet of(String scenario) {
    if (byScenario.isEmpty()) {
      return everywhere;
    }
    String place =
        scenario.equals(RecommendationFigures.PREVIEW)
            ? RecommendationRequest.DEFAULT_SCENARIO
            : scenario;
    return byScenario.getOrDefault(place, everywhere);
  }
}
