package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.recommendation.RuleDrafts.cap;
import static org.pitchwright.recommendation.RuleDrafts.exclude;
import static org.pitchwright.recommendation.RuleDrafts.pin;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.relations.LogicalRule;
import org.pitchwright.recommendation.relations.LogicalRuleData;
import org.pitchwright.recommendation.relations.RelationKind;
import org.pitchwright.recommendation.relations.RelationRows;
import org.pitchwright.recommendation.relations.RelationRows.Tie;
import org.pitchwright.recommendation.relations.Subject;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.recommendation.rules.RuleMatch;

/** What the graph makes of a ranking: of items a, b, c …, each a point better than the next. */
class ItemGraphTest {
  private static final long NOW = TimeUnit.DAYS.toMillis(20_000);

  private final ItemTable items = new ItemTable();
  private final List<Interaction> past = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final List<LogicalRule> logical = new ArrayList<>();
  private CategoryTree tree = CategoryTree.FLAT;
  private String ranked = "";

  private void alphabet(String ids) {
    ranked = ids;
    ids.chars().forEach(id -> item(Character.toString(id), "letters", true));
  }

  private void item(String id, String category, boolean active) {
    items.replace(new ItemTable.Entry(id, "Title " + id, category, 10, "CNY", active, true));
  }

  private void did(String item, EventType type, long daysAgo) {
    long at = NOW - TimeUnit.DAYS.toMillis(daysAgo);
    past.add(new Interaction(past.size() + 1, items.number(item), type, at, 1, false));
  }

  private void tie(RelationKind kind, String from, String to) {
    ties.add(new Tie(kind, from, to, 1));
  }

  private void never(Subject never, Subject after, @Nullable Integer days) {
    logical.add(
        new LogicalRule(
            RuleKey.fresh(),
            new LogicalRuleData(never, after, days, null, true),
            1,
            OffsetDateTime.MIN,
            "test"));
  }

  private static Subject item(String id) {
    return Subject.of(new ItemId(id));
  }

  private List<Candidate> candidates(PendingRequest pending, Rule... rules) {
    int[] numbers = ranked.chars().map(id -> items.number(Character.toString(id))).toArray();
    float[] scores = new float[numbers.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = numbers.length - i;
    }
    return RuleSet.of(List.of(rules), ListPolicy.OFF, tree)
        .choose(
            pending, new Ranking(1, numbers, scores, true), items, new ItemSimilarity(items, null));
  }

  private PendingRequest pending(int limit, String... recentItems) {
    PendingRequest pending =
        new PendingRequest(
            new RecommendationRequest(
                new CustomerId("anna"),
                List.of(recentItems).stream().map(ItemId::new).toList(),
                "HOME",
                limit,
                Exclusion.SEEN,
                null,
                Set.of()));
    pending.found(CustomerState.unread(0).after(past, "1"), null);
    pending.resolve(items);
    pending.heed(ItemGraph.of(new RelationRows.Snapshot(1, tree, ties, logical), items), NOW);
    return pending;
  }

  private List<String> choose(int limit, Rule... rules) {
    return ids(candidates(pending(limit), rules));
  }

  private List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(one -> items.entry(one.item()).itemId()).toList();
  }

  @Test
  void whatMustNotFollowAPurchaseStaysAwayEvenIfPinned() {
    alphabet("abcde");
    did("e", EventType.PURCHASE, 400);
    never(item("a"), item("e"), null);

    assertThat(choose(3)).containsExactly("b", "c", "d");
    assertThat(choose(3, pin("p", "a", 1))).containsExactly("b", "c", "d");
  }

  @Test
  void onlyAPurchaseForbids() {
    alphabet("abcde");
    did("e", EventType.CART, 1);
    never(item("a"), item("e"), null);

    assertThat(choose(3)).startsWith("a");
  }

  @Test
  void aRuleWithDaysEndsWithThem() {
    alphabet("abcde");
    did("e", EventType.PURCHASE, 10);
    never(item("a"), item("e"), 11);
    never(item("b"), item("e"), 10);

    assertThat(choose(3)).containsExactly("b", "c", "d");
    assertThat(pending(3).effect(items).until()).isEqualTo(NOW + TimeUnit.DAYS.toMillis(1));
  }

  @Test
  void aCategoryMeansEverythingBelowIt() {
    alphabet("abcde");
    item("a", "mirrorless", true);
    item("c", "reflex", true);
    item("e", "compact", true);
    tree =
        new CategoryTree(
            Map.of(
                "mirrorless",
                "cameras",
                "reflex",
                "cameras",
                "compact",
                "cameras",
                "cameras",
                "photo"));
    did("e", EventType.PURCHASE, 1);
    never(Subject.ofCategory("cameras"), Subject.ofCategory("photo"), null);

    assertThat(choose(5)).containsExactly("b", "d");
  }

  @Test
  void aSuccessorTakesTheBetterOfTwoPlaces() {
    alphabet("abcdef");
    tie(RelationKind.REPLACES, "e", "b");
    assertThat(choose(6)).containsExactly("a", "e", "c", "d", "f");

    ties.clear();
    tie(RelationKind.REPLACES, "a", "f");
    assertThat(choose(6)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aSuccessorThatTheModelDoesNotKnowStandsForWhatIsNoLongerOnSale() {
    alphabet("abc");
    item("a", "letters", false);
    item("new", "letters", true);
    item("newest", "letters", true);
    tie(RelationKind.REPLACES, "new", "a");
    tie(RelationKind.REPLACES, "newest", "new");

    List<Candidate> chosen = candidates(pending(3));

    assertThat(ids(chosen)).containsExactly("newest", "b", "c");
    assertThat(Reasons.of(chosen.get(0), "en", items).text())
        .isEqualTo("The successor of “Title a”");
    assertThat(chosen.get(1).bond()).isNull();
  }

  @Test
  void anItemStaysWhileItsSuccessorIsNotOnSale() {
    alphabet("abc");
    item("c", "letters", false);
    tie(RelationKind.REPLACES, "c", "a");

    assertThat(choose(3)).containsExactly("a", "b");
  }

  @Test
  void nobodyStandsForWhatTheCustomerHasHad() {
    alphabet("abcd");
    did("a", EventType.PURCHASE, 1);
    tie(RelationKind.REPLACES, "d", "a");

    assertThat(choose(3)).containsExactly("b", "c", "d");
  }

  @Test
  void anAccessoryOfALatePurchaseIsRaisedAndSaysSo() {
    alphabet("abcdefghij");
    did("a", EventType.PURCHASE, 2);
    tie(RelationKind.ACCESSORY_OF, "f", "a");

    List<Candidate> chosen = candidates(pending(3));

    assertThat(ids(chosen)).containsExactly("f", "b", "c");
    assertThat(Reasons.of(chosen.get(0), "en", items))
        .isEqualTo(
            new Recommendation.Reason(
                ReasonKind.ACCESSORY,
                "Goes with “Title a” that you bought",
                List.of(new ItemId("a"))));
    assertThat(Reasons.of(chosen.get(0), "zh-CN", items).text()).isEqualTo("与您买过的「Title a」配套");
  }

  @Test
  void anAccessoryDoesNotRaiseWhatItBelongsTo() {
    alphabet("abcdefghij");
    did("f", EventType.PURCHASE, 2);
    tie(RelationKind.ACCESSORY_OF, "f", "e");

    assertThat(choose(3)).containsExactly("a", "b", "c");
  }

  @Test
  void whatWouldBeOnTheListAnywayHasItsOwnReason() {
    alphabet("abcdefghij");
    did("j", EventType.CART, 1);
    tie(RelationKind.BOUGHT_TOGETHER, "b", "j");

    List<Candidate> chosen = candidates(pending(3));

    assertThat(ids(chosen)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(chosen).allMatch(Candidate::ranked);
  }

  @Test
  void whatIsBoughtTogetherIsRaisedInBothDirectionsAndOnce() {
    alphabet("abcdefghij");
    did("i", EventType.PURCHASE, 3);
    did("j", EventType.PURCHASE, 1);
    tie(RelationKind.BOUGHT_TOGETHER, "e", "i");
    tie(RelationKind.BOUGHT_TOGETHER, "e", "j");

    List<Candidate> chosen = candidates(pending(4));

    // Once .7 deviations of about 2.3 points: two places, not four.
    assertThat(ids(chosen)).containsExactly("a", "b", "c", "e");
    assertThat(Reasons.of(chosen.get(3), "en", items).text())
        .isEqualTo("Often bought together with “Title j” that you bought");
  }

  @Test
  void whatIsLookedAtNowCountsAndAnOldPurchaseDoesNot() {
    alphabet("abcdefghij");
    did("i", EventType.PURCHASE, 31);
    did("h", EventType.VIEW, 1);
    tie(RelationKind.ACCESSORY_OF, "e", "i");
    tie(RelationKind.ACCESSORY_OF, "g", "h");
    tie(RelationKind.ACCESSORY_OF, "f", "j");

    List<Candidate> chosen = candidates(pending(3, "j"));

    assertThat(ids(chosen)).containsExactly("a", "b", "f");
    assertThat(Reasons.of(chosen.get(2), "en", items).text())
        .isEqualTo("Goes with “Title j” that you are looking at");
  }

  @Test
  void whoDoesNotWantPersonalListsIsStillSparedWhatMustNotFollow() {
    alphabet("abcdefghij");
    did("i", EventType.PURCHASE, 1);
    tie(RelationKind.ACCESSORY_OF, "f", "i");
    never(item("a"), item("i"), null);
    PendingRequest pending = pending(3);
    pending.found(
        CustomerState.unread(0).after(past, "1"), new ServingReader.Profile(0, false, "en"));

    assertThat(ids(candidates(pending))).containsExactly("b", "c", "d");
  }

  @Test
  void rulesAndCapsForACategoryMeanWhatLiesBelowToo() {
    alphabet("abcd");
    item("a", "mirrorless", true);
    item("b", "reflex", true);
    item("c", "mirrorless", true);
    tree = new CategoryTree(Map.of("mirrorless", "cameras", "reflex", "cameras"));

    assertThat(choose(4, exclude("x", RuleMatch.ofCategories("cameras")))).containsExactly("d");
    assertThat(choose(4, cap("c", 1, "cameras"))).containsExactly("a", "d");
    assertThat(choose(4, cap("c", 2, "cameras"))).containsExactly("a", "b", "d");
    assertThat(choose(4, cap("c", 1))).containsExactly("a", "b", "d");
  }
}
