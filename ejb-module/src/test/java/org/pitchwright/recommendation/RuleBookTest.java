package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.recommendation.RuleDrafts.between;
import static org.pitchwright.recommendation.RuleDrafts.inScenario;
import static org.pitchwright.recommendation.RuleDrafts.pin;
import static org.pitchwright.recommendation.RuleDrafts.switchedOff;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PoliciesInForce;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;

class RuleBookTest {
  private static final long BEGIN = 1_000_000;
  private static final long END = 2_000_000;

  private static RuleBook book(Rule... rules) {
    return new RuleBook(7, List.of(rules), PoliciesInForce.OFF, CategoryTree.FLAT);
  }

  private static int pins(RuleSet rules) {
    return rules.pins().size();
  }

  @Test
  void aRuleCountsFromItsFirstMomentUntilItsLast() {
    RuleBook book = book(between(pin("p", "a", 1), BEGIN, END));

    assertThat(pins(book.at(BEGIN - 1).of("HOME"))).isZero();
    assertThat(pins(book.at(BEGIN).of("HOME"))).isEqualTo(1);
    assertThat(pins(book.at(END - 1).of("HOME"))).isEqualTo(1);
    assertThat(pins(book.at(END).of("HOME"))).isZero();
  }

  @Test
  void theSetIsTheSameObjectUntilARuleBeginsOrEnds() {
    RuleBook book = book(pin("always", "b", 1), between(pin("p", "a", 1), BEGIN, END));

    RuleSet before = book.at(BEGIN - 5).of("HOME");
    assertThat(book.at(BEGIN - 1).of("HOME")).isSameAs(before);

    RuleSet during = book.at(BEGIN).of("HOME");
    assertThat(during).isNotSameAs(before);
    assertThat(book.at(END - 1).of("HOME")).isSameAs(during);
    assertThat(book.at(END).of("HOME")).isNotSameAs(during);
  }

  @Test
  void aRuleThatIsSwitchedOffDoesNotCount() {
    assertThat(book(switchedOff(pin("p", "a", 1))).at(BEGIN).of("HOME")).isSameAs(RuleSet.NONE);
  }

  @Test
  void aScenarioHasItsOwnRulesAndThoseForEverywhere() {
    RulesInForce rules = book(pin("p", "a", 1), inScenario(pin("q", "b", 2), "CART")).at(BEGIN);

    assertThat(pins(rules.of("CART"))).isEqualTo(2);
    assertThat(pins(rules.of("HOME"))).isEqualTo(1);
    assertThat(rules.of("HOME")).isSameAs(rules.of("PRODUCT"));
  }

  @Test
  void whatPeopleLookAtInTheProductStandsForTheHomePage() {
    RulesInForce rules = book(inScenario(pin("p", "a", 1), "HOME")).at(BEGIN);

    assertThat(rules.of(RecommendationFigures.PREVIEW)).isSameAs(rules.of("HOME"));
    assertThat(pins(rules.of("HOME"))).isEqualTo(1);
  }

  @Test
  void aTrialShowsADraftAsIfItWereInForceInPlaceOfTheRuleOfItsKey() {
    RuleBook book = book(pin("kept", "a", 1), pin("changed", "b", 2));
    Rule draft = between(pin("changed", "c", 3), END, END + 1);

    RuleBook.Trial trial = book.trial(draft, BEGIN);

    assertThat(trial.without().of("HOME").pins()).containsExactly(new RuleSet.Pin("a", 1));
    assertThat(trial.with().of("HOME").pins())
        .containsExactly(new RuleSet.Pin("c", 3), new RuleSet.Pin("a", 1));
  }

  private static final ListPolicy EVERYWHERE = new ListPolicy(.5, 0, .1, 50);
  private static final PoliciesInForce POLICIES =
      PoliciesInForce.OFF
          .with(PolicyScenario.DEFAULT, EVERYWHERE)
          .with(new PolicyScenario("CART"), ListPolicy.OFF);

  @Test
  void eachPlaceHasItsPolicy() {
    RulesInForce rules = new RuleBook(7, List.of(), POLICIES, CategoryTree.FLAT).at(BEGIN);

    assertThat(rules.of("HOME").policy()).isEqualTo(EVERYWHERE);
    assertThat(rules.of("CART")).isSameAs(RuleSet.NONE);
  }

  @Test
  void whatPeopleLookAtInTheProductTriesNothing() {
    RulesInForce rules = new RuleBook(7, List.of(), POLICIES, CategoryTree.FLAT).at(BEGIN);

    assertThat(rules.of(RecommendationFigures.PREVIEW).policy())
        .isEqualTo(EVERYWHERE.withoutExploration());
  }

  @Test
  void aTrialOfARuleTriesNothingElse() {
    RuleBook.Trial trial =
        new RuleBook(7, List.of(), POLICIES, CategoryTree.FLAT).trial(pin("p", "a", 1), BEGIN);

    assertThat(trial.without().of("HOME").policy()).isEqualTo(EVERYWHERE.withoutExploration());
    assertThat(trial.with().of("HOME").policy()).isEqualTo(EVERYWHERE.withoutExploration());
  }

  @Test
  void aTrialOfAPolicyChangesItsPlaceAlone() {
    ListPolicy draft = new ListPolicy(1, 0, 0, 50);
    RuleBook book = new RuleBook(7, List.of(pin("p", "a", 1)), POLICIES, CategoryTree.FLAT);

    RuleBook.Trial trial = book.trial(new PolicyScenario("CART"), draft, BEGIN);

    assertThat(trial.without().of("CART").policy()).isEqualTo(ListPolicy.OFF);
    assertThat(trial.with().of("CART").policy()).isEqualTo(draft);
    assertThat(pins(trial.with().of("CART"))).isEqualTo(1);
    assertThat(trial.with().of("HOME").policy()).isEqualTo(EVERYWHERE);
  }
}
