package org.pitchwright.recommendation;

import java.util.List;
import org.pitchwright.recommendation.PlaygroundAnswer.InfluentialRule;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleData;

/**
 * Tells which business rules concern an item of a list. What a rule does to the others, which move
 * up or down to make room, is not told of them.
 */
final class RuleInfluence {
  private final List<Concern> concerns;
  private final List<ItemTable.Entry> ruled;

  private record Concern(Rule rule, RuleMatcher matcher) {}

  /**
   * Reads rules.
   *
   * @param rules those in force, in their order
   * @param ruled the list that they lead to
   * @param tree in which their categories stand
   */
  RuleInfluence(List<Rule> rules, List<ItemTable.Entry> ruled, CategoryTree tree) {
    this.ruled = ruled;
    concerns =
        rules.stream()
            .map(rule -> new Concern(rule, new RuleMatcher(rule.data().match(), tree)))
            .toList();
  }

  /**
   * The rules that pin an item, move it, or keep it out.
   *
   * @param present whether the item is on the list that the rules lead to
   */
  List<InfluentialRule> on(ItemTable.Entry item, boolean present) {
    return concerns.stream()
        .filter(concern -> concerns(concern, item, present))
        .map(Concern::rule)
        .map(rule -> new InfluentialRule(rule.key(), rule.data().name(), rule.data().kind()))
        .toList();
  }

  private boolean concerns(Concern concern, ItemTable.Entry item, boolean present) {
    return switch (concern.rule().data().kind()) {
      case BOOST, BURY -> concern.matcher().matches(item);
      case PIN -> present && concern.matcher().matches(item);
      case EXCLUDE -> !present && concern.matcher().matches(item);
      case CAP -> !present && isFull(concern, item);
    };
  }

  /** Whether the category of an item has all the places that the rule leaves it. */
  private boolean isFull(Concern concern, ItemTable.Entry item) {
    RuleData data = concern.rule().data();
    String category = item.category();
    return data.maximum() != null
        && !category.isEmpty()
        && concern.matcher().matches(item)
        && ruled.stream().filter(other -> other.category().equals(category)).count()
            >= data.maximum();
  }
}
