package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.List;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleData;
import org.pitchwright.recommendation.rules.RuleKind;

/**
 * The business rules in force for one scenario, ready to be applied. Two sets are the same only if
 * they are the same object, which makes a set the key of what was chosen by it.
 */
final class RuleSet {
  /** No rule at all. */
  static final RuleSet NONE =
      new RuleSet(
          List.of(),
          List.of(),
          List.of(),
          new CategoryCaps(List.of(), CategoryTree.FLAT),
          ListPolicy.OFF);

  private final List<RuleMatcher> excluded;
  private final List<Shift> shifts;
  private final List<Pin> pins;
  private final CategoryCaps caps;
  private final ListPolicy policy;

  /** How far a rule moves the items that match, in standard deviations; down below 0. */
  private record Shift(RuleMatcher matcher, double deviations) {}

  /** An item that a rule wants at a position, from 1. */
  record Pin(String itemId, int position) {}

  private RuleSet(
      List<RuleMatcher> excluded,
      List<Shift> shifts,
      List<Pin> pins,
      CategoryCaps caps,
      ListPolicy policy) {
    this.excluded = excluded;
    this.shifts = shifts;
    this.pins = pins;
    this.caps = caps;
    this.policy = policy;
  }

  /**
   * Makes rules ready.
   *
   * @param rules in the order in which they apply
   * @param policy how lists are mixed
   * @param tree in which their categories stand: one means itself and everything below it
   */
  static RuleSet of(List<Rule> rules, ListPolicy policy, CategoryTree tree) {
    if (rules.isEmpty() && policy.isOff()) {
      return NONE;
    }
    List<RuleMatcher> excluded = new ArrayList<>();
    List<Shift> shifts = new ArrayList<>();
    List<Pin> pins = new ArrayList<>();
    List<RuleData> caps = new ArrayList<>();
    for (Rule rule : rules) {
      RuleData data = rule.data();
      switch (data.kind()) {
        case EXCLUDE -> excluded.add(new RuleMatcher(data.match(), tree));
        case BOOST, BURY -> shifts.add(shift(data, tree));
        case PIN -> pins.add(pin(data));
        case CAP -> caps.add(data);
      }
    }
    return new RuleSet(excluded, shifts, pins, new CategoryCaps(caps, tree), policy);
  }

  private static Shift shift(RuleData data, CategoryTree tree) {
    double strength = data.strength() == null ? 0 : data.strength();
    return new Shift(
        new RuleMatcher(data.match(), tree), data.kind() == RuleKind.BURY ? -strength : strength);
  }

  private static Pin pin(RuleData data) {
    return new Pin(
        data.match().items().get(0).value(), data.position() == null ? 1 : data.position());
  }

  /**
   * The items of an answer, best first, as many as the request asks for if there are so many;
   * behind them those that come next, as many as the policy may try.
   *
   * @param ranking what the model says, before the request's own rules
   * @param similarity how alike items are, for lists that are mixed
   */
  List<Candidate> choose(
      PendingRequest pending, Ranking ranking, ItemTable items, ItemSimilarity similarity) {
    Candidates candidates = new Candidates(this, pending, ranking, items);
    return new RuledChoice(this, pending, items, candidates, similarity).choose();
  }

  boolean excludes(ItemTable.Entry entry) {
    for (RuleMatcher matcher : excluded) {
      if (matcher.matches(entry)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any rule changes scores. */
  boolean moves() {
    return !shifts.isEmpty();
  }

  /** How far all rules together move an item, in standard deviations of the score. */
  double shift(ItemTable.Entry entry) {
    double deviations = 0;
    for (Shift shift : shifts) {
      if (shift.matcher().matches(entry)) {
        deviations += shift.deviations();
      }
    }
    return deviations;
  }

  /** The items that are wanted at a position, those with precedence first. */
  List<Pin> pins() {
    return pins;
  }

  CategoryCaps caps() {
    return caps;
  }

  /** How lists are mixed. */
  ListPolicy policy() {
    return policy;
  }
}
