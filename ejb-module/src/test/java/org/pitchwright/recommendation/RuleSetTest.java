package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.recommendation.RuleDrafts.boost;
import static org.pitchwright.recommendation.RuleDrafts.bury;
import static org.pitchwright.recommendation.RuleDrafts.cap;
import static org.pitchwright.recommendation.RuleDrafts.exclude;
import static org.pitchwright.recommendation.RuleDrafts.pin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleMatch;
import org.pitchwright.recommendation.rules.RuleStrength;

/** What rules make of a ranking: of items a, b, c …, each a point better than the next. */
class RuleSetTest {
  private static final String CUSTOMER = "anna";

  private final ItemTable items = new ItemTable();
  private final List<Integer> ranked = new ArrayList<>();
  private final List<Float> scores = new ArrayList<>();

  private void item(String id, String category, double price, double score) {
    items.replace(
        new ItemTable.Entry(id, id, category, price, Double.isNaN(price) ? "" : "CNY", true, true));
    ranked.add(items.number(id));
    scores.add((float) score);
  }

  private void alphabet(String ids) {
    for (int i = 0; i < ids.length(); i++) {
      item(ids.substring(i, i + 1), "letters", 10, ids.length() - i);
    }
  }

  private List<Candidate> candidates(RecommendationRequest request, Rule... rules) {
    PendingRequest pending = new PendingRequest(request);
    pending.resolve(items);
    float[] given = new float[scores.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = scores.get(i);
    }
    Ranking ranking =
        new Ranking(1, ranked.stream().mapToInt(Integer::intValue).toArray(), given, true);
    return RuleSet.of(List.of(rules), ListPolicy.OFF, CategoryTree.FLAT)
        .choose(pending, ranking, items, new ItemSimilarity(items, null));
  }

  private List<String> choose(int limit, Rule... rules) {
    return ids(candidates(request(limit, Set.of()), rules));
  }

  private List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(one -> items.entry(one.item()).itemId()).toList();
  }

  private static RecommendationRequest request(int limit, Set<ItemId> without) {
    return new RecommendationRequest(
        new CustomerId(CUSTOMER), List.of(), "HOME", limit, Exclusion.SEEN, null, without);
  }

  private static RuleMatch priced(String from, String to) {
    return new RuleMatch(List.of(), List.of(), new BigDecimal(from), new BigDecimal(to), "CNY");
  }

  @Test
  void withoutARuleTheModelDecides() {
    alphabet("abcde");

    assertThat(choose(3)).containsExactly("a", "b", "c");
    assertThat(RuleSet.of(List.of(), ListPolicy.OFF, CategoryTree.FLAT)).isSameAs(RuleSet.NONE);
  }

  @Test
  void aPinnedItemStandsAtItsPositionOnce() {
    alphabet("abcde");

    assertThat(choose(4, pin("p", "e", 2))).containsExactly("a", "e", "b", "c");
    assertThat(choose(4, pin("p", "a", 3))).containsExactly("b", "c", "a", "d");
  }

  @Test
  void anItemThatTheModelDoesNotKnowCanBePinned() {
    alphabet("abc");
    items.replace(new ItemTable.Entry("new", "New", "letters", 10, "CNY", true, true));

    assertThat(choose(3, pin("p", "new", 1))).containsExactly("new", "a", "b");
  }

  @Test
  void aPositionBeyondTheListPinsNothing() {
    alphabet("abcde");

    assertThat(choose(3, pin("p", "e", 4))).containsExactly("a", "b", "c");
    assertThat(choose(3, pin("p", "b", 9))).containsExactly("a", "b", "c");
  }

  @Test
  void aListThatEndsBeforeThePositionHasThePinnedItemLast() {
    alphabet("abc");

    assertThat(choose(10, pin("p", "a", 7))).containsExactly("b", "c", "a");
  }

  @Test
  void ofTwoPinsAtOnePositionTheFirstHasItAndTheOtherTheNextThatIsFree() {
    alphabet("abcdef");

    assertThat(choose(4, pin("1", "e", 1), pin("2", "f", 1))).containsExactly("e", "f", "a", "b");
    assertThat(choose(4, pin("1", "e", 1), pin("2", "f", 1), pin("3", "d", 2)))
        .containsExactly("e", "d", "f", "a");
    assertThat(choose(2, pin("1", "e", 2), pin("2", "f", 2))).containsExactly("a", "e");
  }

  @Test
  void anItemThatIsPinnedTwiceStandsAtTheFirstPosition() {
    alphabet("abcd");

    assertThat(choose(4, pin("1", "d", 3), pin("2", "d", 1))).containsExactly("a", "b", "d", "c");
  }

  @Test
  void aPinnedItemThatIsNotOnOfferStaysAway() {
    alphabet("abc");
    items.replace(new ItemTable.Entry("off", "Off", "letters", 10, "CNY", false, true));

    assertThat(choose(3, pin("1", "off", 1), pin("2", "unheard-of", 1)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void aPinnedItemThatTheCustomerHasSeenOrTheShopExcludesStaysAway() {
    alphabet("abcd");
    RecommendationRequest visitor =
        new RecommendationRequest(
            null, List.of(new ItemId("c")), "HOME", 3, Exclusion.SEEN, null, Set.of());

    assertThat(ids(candidates(visitor, pin("p", "c", 1)))).containsExactly("a", "b", "d");
    assertThat(ids(candidates(request(3, Set.of(new ItemId("d"))), pin("p", "d", 1))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void whatTheCustomerSawBeforeStaysAwayThoughPinned() {
    alphabet("abc");
    PendingRequest pending = new PendingRequest(request(3, Set.of()));
    Interaction view = new Interaction(1, items.number("c"), EventType.VIEW, 0, 1, false);
    pending.found(CustomerState.unread(0).after(List.of(view), "1"), null);
    Ranking ranking =
        new Ranking(
            1, ranked.stream().mapToInt(Integer::intValue).toArray(), new float[] {3, 2, 1}, true);

    List<Candidate> chosen =
        RuleSet.of(List.of(pin("p", "c", 1)), ListPolicy.OFF, CategoryTree.FLAT)
            .choose(pending, ranking, items, new ItemSimilarity(items, null));

    assertThat(ids(chosen)).containsExactly("a", "b");
  }

  @Test
  void anExcludedItemStaysAwayThoughPinned() {
    alphabet("abcd");

    assertThat(choose(3, pin("p", "a", 1), exclude("x", RuleMatch.ofItems(new ItemId("a")))))
        .containsExactly("b", "c", "d");
  }

  @Test
  void allThatARuleIsAboutMustHold() {
    item("cheap tent", "camping", 50, 4);
    item("dear tent", "camping", 500, 3);
    item("dear cup", "kitchen", 500, 2);
    RuleMatch dearCamping =
        new RuleMatch(List.of(), List.of("camping"), new BigDecimal("100"), null, "CNY");

    assertThat(choose(3, exclude("x", dearCamping))).containsExactly("cheap tent", "dear cup");
  }

  @Test
  void anItemWithoutAPriceOrInAnotherCurrencyIsInNoRange() {
    item("free", "c", 0, 5);
    item("without", "c", Double.NaN, 4);
    item("at the bound", "c", 99.99, 3);
    items.replace(new ItemTable.Entry("euro", "Euro", "c", 50, "EUR", true, true));
    ranked.add(items.number("euro"));
    scores.add(2f);

    assertThat(choose(4, exclude("x", priced("0", "99.99")))).containsExactly("without", "euro");
  }

  @Test
  void rulesAboutTheSameItemAddUp() {
    alphabet("abcdefgh");
    RuleMatch last = RuleMatch.ofItems(new ItemId("h"));

    assertThat(
            choose(8, boost("1", RuleStrength.CLEARLY, last), bury("2", RuleStrength.CLEARLY, last))
                .indexOf("h"))
        .isEqualTo(7);
    assertThat(
            choose(
                    8,
                    boost("1", RuleStrength.CLEARLY, last),
                    boost("2", RuleStrength.STRONGLY, last))
                .indexOf("h"))
        .isZero();
  }

  @Test
  void theStrongerTheWordTheFartherAnItemMoves() {
    alphabet("abcdefgh"); // A standard deviation is 2.3 points.
    RuleMatch first = RuleMatch.ofItems(new ItemId("a"));
    RuleMatch last = RuleMatch.ofItems(new ItemId("h"));

    assertThat(choose(8, boost("1", RuleStrength.A_LITTLE, last)).indexOf("h")).isEqualTo(6);
    assertThat(choose(8, boost("1", RuleStrength.CLEARLY, last)).indexOf("h")).isEqualTo(4);
    assertThat(choose(8, boost("1", RuleStrength.STRONGLY, last)).indexOf("h")).isEqualTo(1);
    assertThat(choose(8, bury("1", RuleStrength.A_LITTLE, first)).indexOf("a")).isEqualTo(1);
    assertThat(choose(8, bury("1", RuleStrength.CLEARLY, first)).indexOf("a")).isEqualTo(3);
    assertThat(choose(8, bury("1", RuleStrength.STRONGLY, first)).indexOf("a")).isEqualTo(6);
  }

  @Test
  void whereAllScoresAreTheSameARuleStillCounts() {
    item("a", "x", 1, 0);
    item("b", "x", 1, 0);
    item("c", "y", 1, 0);

    assertThat(choose(3, boost("1", RuleStrength.A_LITTLE, RuleMatch.ofCategories("y"))))
        .containsExactly("c", "a", "b");
  }

  @Test
  void itemsBeyondTheFirstFiveHundredAreNotMoved() {
    for (int i = 0; i < 600; i++) {
      item("i" + i, i == 499 || i == 500 ? "wanted" : "other", 1, 600 - i);
    }

    List<String> chosen =
        choose(200, boost("1", RuleStrength.STRONGLY, RuleMatch.ofCategories("wanted")));

    assertThat(chosen).contains("i499").doesNotContain("i500");
  }

  @Test
  void aStrongBoostOfExponentialScoresMakesAPlaceAboutTwentyTimesBetter() {
    for (int place = 1; place <= 500; place++) {
      item("i" + place, place == 200 ? "wanted" : "other", 1, Math.log(500.0 / place));
    }

    List<String> chosen =
        choose(200, boost("1", RuleStrength.STRONGLY, RuleMatch.ofCategories("wanted")));

    assertThat(chosen.indexOf("i200") + 1).isBetween(7, 13);
  }

  @Test
  void aCapLeavesTheBestOfACategory() {
    item("a", "x", 1, 9);
    item("b", "x", 1, 8);
    item("c", "x", 1, 7);
    item("d", "y", 1, 6);
    item("e", "", 1, 5);
    item("f", "", 1, 4);

    assertThat(choose(6, cap("1", 2, "x"))).containsExactly("a", "b", "d", "e", "f");
    assertThat(choose(6, cap("1", 1))).containsExactly("a", "d", "e", "f");
    assertThat(choose(6, cap("1", 2), cap("2", 1, "x"))).containsExactly("a", "d", "e", "f");
  }

  @Test
  void ofItemsThatTieTheModelsOrderDecidesWhichOnesACapLeaves() {
    item("a", "x", 1, 5);
    item("b", "x", 1, 5);
    item("c", "x", 1, 5);
    item("d", "y", 1, 5);

    assertThat(choose(4, cap("1", 2, "x"))).containsExactly("a", "b", "d");
    assertThat(choose(4, cap("1", 2, "x"), boost("2", RuleStrength.A_LITTLE, priced("1", "1"))))
        .containsExactly("a", "b", "d");
  }

  @Test
  void pinnedItemsCountAndStayThoughTheirCategoryIsFull() {
    item("a", "x", 1, 9);
    item("b", "x", 1, 8);
    item("c", "y", 1, 7);

    assertThat(choose(3, cap("1", 1, "x"), pin("2", "b", 2))).containsExactly("c", "b");
    assertThat(choose(3, cap("1", 1, "x"), pin("2", "b", 1), pin("3", "a", 2)))
        .containsExactly("b", "a", "c");
  }

  @Test
  void scoresOrderTheListWhateverRulesDid() {
    alphabet("abcdefgh");

    List<Candidate> chosen =
        candidates(
            request(8, Set.of()),
            pin("1", "h", 1),
            pin("2", "g", 4),
            boost("3", RuleStrength.CLEARLY, RuleMatch.ofItems(new ItemId("e"))));

    assertThat(chosen).hasSize(8);
    for (int i = 1; i < chosen.size(); i++) {
      assertThat(chosen.get(i).score()).isLessThanOrEqualTo(chosen.get(i - 1).score());
    }
    assertThat(chosen.get(0).pinned()).isTrue();
    assertThat(chosen.get(1).pinned()).isFalse();
  }
}
