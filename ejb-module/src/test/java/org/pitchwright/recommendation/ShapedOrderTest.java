package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.recommendation.RuleDrafts.cap;
import static org.pitchwright.recommendation.RuleDrafts.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;

/** What policies make of a ranking of five items, of which three are books; no model serves. */
class ShapedOrderTest {
  private final ItemTable items = new ItemTable();
  private final List<Integer> ranked = new ArrayList<>();
  private final List<Float> scores = new ArrayList<>();
  private final List<Interaction> past = new ArrayList<>();

  @BeforeEach
  void fiveItems() {
    item("novel", "books", 5);
    item("atlas", "books", 4);
    item("tent", "camping", 3.5f);
    item("poems", "books", 3);
    item("cup", "kitchen", 1);
  }

  private void item(String id, String category, float score) {
    items.replace(new ItemTable.Entry(id, id, category, 10, "CNY", true, true));
    ranked.add(items.number(id));
    scores.add(score);
  }

  private void did(String id, String category) {
    items.replace(new ItemTable.Entry(id, id, category, 10, "CNY", true, true));
    past.add(
        new Interaction(past.size() + 1, items.number(id), EventType.VIEW, past.size(), 1, false));
  }

  private List<Candidate> candidates(int limit, ListPolicy policy, Rule... rules) {
    PendingRequest pending =
        new PendingRequest(
            new RecommendationRequest(
                new CustomerId("anna"), List.of(), "HOME", limit, Exclusion.SEEN, null, Set.of()));
    pending.found(CustomerState.unread(0).after(past, "1"), null);
    float[] given = new float[scores.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = scores.get(i);
    }
    Ranking ranking =
        new Ranking(1, ranked.stream().mapToInt(Integer::intValue).toArray(), given, true);
    return RuleSet.of(List.of(rules), policy, CategoryTree.FLAT)
        .choose(pending, ranking, items, new ItemSimilarity(items, null));
  }

  private List<String> choose(int limit, ListPolicy policy, Rule... rules) {
    return candidates(limit, policy, rules).stream()
        .map(one -> items.entry(one.item()).itemId())
        .toList();
  }

  private static ListPolicy diversity(double diversity) {
    return new ListPolicy(diversity, 0, 0, ListPolicy.DEFAULT_POOL);
  }

  private static ListPolicy calibration(double calibration) {
    return new ListPolicy(0, calibration, 0, ListPolicy.DEFAULT_POOL);
  }

  @Test
  void withZerosTheListIsTheRankingItself() {
    assertThat(choose(5, ListPolicy.OFF)).containsExactly("novel", "atlas", "tent", "poems", "cup");
    assertThat(RuleSet.of(List.of(), ListPolicy.OFF, CategoryTree.FLAT)).isSameAs(RuleSet.NONE);
  }

  @Test
  void anItemLosesForResemblingOneAboveIt() {
    // The scores deviate by 1.327, so that a second book loses 1.99 at 0.5, and 3.98 at 1.
    assertThat(choose(5, diversity(.5))).containsExactly("novel", "tent", "atlas", "poems", "cup");
    assertThat(choose(5, diversity(1))).containsExactly("novel", "tent", "cup", "atlas", "poems");
  }

  @Test
  void scoresStayInOrder() {
    List<Candidate> list = candidates(5, diversity(1));

    for (int place = 1; place < list.size(); place++) {
      assertThat(list.get(place).score()).isLessThanOrEqualTo(list.get(place - 1).score());
    }
  }

  @Test
  void aPinnedItemKeepsItsPlaceAndCountsAsOneOfTheList() {
    // Beside a pinned book the tent comes first.
    assertThat(choose(2, diversity(1), pin("p", "poems", 2))).containsExactly("tent", "poems");
    assertThat(choose(2, ListPolicy.OFF, pin("p", "poems", 2))).containsExactly("novel", "poems");
  }

  @Test
  void capsAreKept() {
    assertThat(choose(5, diversity(.5), cap("c", 1))).containsExactly("novel", "tent", "cup");
  }

  @Test
  void theCategoriesFollowThePast() {
    did("kettle", "kitchen");
    did("plate", "kitchen");

    assertThat(choose(5, calibration(1))).startsWith("cup");
    assertThat(choose(5, calibration(0))).containsExactly("novel", "atlas", "tent", "poems", "cup");
  }

  @Test
  void withoutAPastNothingIsCalibrated() {
    assertThat(choose(5, calibration(1))).containsExactly("novel", "atlas", "tent", "poems", "cup");
  }

  @Test
  void whatMayBeTriedComesBehindTheListUnderTheSameRules() {
    ListPolicy exploring = new ListPolicy(0, 0, .2, 10);

    assertThat(choose(2, exploring)).containsExactly("novel", "atlas", "tent", "poems", "cup");
    assertThat(choose(2, exploring, cap("c", 1, "books"))).containsExactly("novel", "tent", "cup");
    // A place beyond the list is not pinned, though it is one of the items that may be tried.
    assertThat(choose(2, exploring, pin("p", "cup", 3)))
        .containsExactly("novel", "atlas", "tent", "poems", "cup");
  }

  @Test
  void itemsBeyondThoseThatAreMixedComeBehindThem() {
    for (int i = 0; i < ShapedOrder.SHAPED; i++) {
      item("further-" + i, "further", -1 - i);
    }

    assertThat(choose(200, diversity(1))).hasSize(200).doesNotHaveDuplicates();
    assertThat(choose(200, new ListPolicy(1, 0, .1, 10)).subList(200, 205))
        .containsExactly("further-195", "further-196", "further-197", "further-198", "further-199");
  }
}
