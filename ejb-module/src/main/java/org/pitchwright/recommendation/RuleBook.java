package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PoliciesInForce;
import org.pitchwright.recommendation.policy.PolicyRows;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleRows;
import org.pitchwright.recommendation.rules.RuleState;

/**
 * The business rules and policies as they stood after so many changes. Immutable but for what it
 * remembers of the present, which it gives again until a rule begins or ends.
 */
final class RuleBook {
  private static final Comparator<Rule> IN_ORDER =
      Comparator.comparingInt((Rule rule) -> rule.data().priority())
          .thenComparing(rule -> rule.key().value());

  /** What a server knows at first; no real one has this revision. */
  static final RuleBook UNREAD =
      new RuleBook(-1, List.of(), PoliciesInForce.OFF, CategoryTree.FLAT);

  private final long revision;
  private final List<Rule> rules;
  private final PoliciesInForce policies;
  private final CategoryTree tree;
  private volatile @Nullable Stretch present;

  /** A stretch of time, in milliseconds since 1970, in which no rule begins or ends. */
  private record Stretch(long from, long until, RulesInForce inForce) {
    boolean contains(long moment) {
      return from <= moment && moment < until;
    }
  }

  /** What is in force without a rule, and with it. */
  record Trial(RulesInForce without, RulesInForce with) {}

  RuleBook(long revision, List<Rule> rules, PoliciesInForce policies, CategoryTree tree) {
    this.revision = revision;
    this.tree = tree;
    this.rules = rules.stream().sorted(IN_ORDER).toList();
    this.policies = policies;
  }

  /**
   * Reads the rules, then the policies. These may be newer by then than the revision, which is seen
   * to have changed at the next look.
   */
  static RuleBook read(Connection connection, CategoryTree tree) throws SQLException {
    RuleRows.Revision read = RuleRows.read(connection);
    return new RuleBook(read.number(), read.rules(), PolicyRows.read(connection), tree);
  }

  long revision() {
    return revision;
  }

  /**
   * The rules in force at a moment: the very same object until one begins or ends.
   *
   * @param moment milliseconds since 1970
   */
  RulesInForce at(long moment) {
    Stretch stretch = present;
    if (stretch == null || !stretch.contains(moment)) {
      stretch = stretch(moment);
      present = stretch;
    }
    return stretch.inForce();
  }

  private Stretch stretch(long moment) {
    long from = Long.MIN_VALUE;
    long until = Long.MAX_VALUE;
    for (Rule rule : rules) {
      for (OffsetDateTime bound :
          new OffsetDateTime[] {rule.data().validFrom(), rule.data().validUntil()}) {
        if (bound != null && bound.toInstant().toEpochMilli() <= moment) {
          from = Math.max(from, bound.toInstant().toEpochMilli());
        } else if (bound != null) {
          until = Math.min(until, bound.toInstant().toEpochMilli());
        }
      }
    }
    return new Stretch(from, until, RulesInForce.of(active(moment), policies, tree));
  }

  /** The rules in force at a moment for a scenario, in the order in which they apply. */
  List<Rule> active(long moment, String scenario) {
    return active(moment).stream()
        .filter(rule -> rule.data().scenario() == null || scenario.equals(rule.data().scenario()))
        .toList();
  }

  private List<Rule> active(long moment) {
    Instant now = Instant.ofEpochMilli(moment);
    return rules.stream().filter(rule -> rule.state(now) == RuleState.ACTIVE).toList();
  }

  /**
   * The other rules in force at a moment without a draft and with it, whenever the draft itself
   * would begin or end. Neither tries anything, so that the lists can be compared.
   */
  Trial trial(Rule draft, long moment) {
    List<Rule> others =
        active(moment).stream().filter(rule -> !rule.key().equals(draft.key())).toList();
    List<Rule> all = new ArrayList<>(others);
    all.add(draft);
    all.sort(IN_ORDER);
    PoliciesInForce quiet = policies.withoutExploration();
    return new Trial(RulesInForce.of(others, quiet, tree), RulesInForce.of(all, quiet, tree));
  }

  /**
   * What is in force at a moment as it is, and with another policy for a place.
   *
   * @param draft the other policy
   */
  Trial trial(PolicyScenario place, ListPolicy draft, long moment) {
    List<Rule> rulesNow = active(moment);
    return new Trial(
        RulesInForce.of(rulesNow, policies, tree),
        RulesInForce.of(rulesNow, policies.with(place, draft), tree));
  }

  /** The same rules and policies, of which none tries anything. */
  RuleBook withoutExploration() {
    return new RuleBook(revision, rules, policies.withoutExploration(), tree);
  }
}
