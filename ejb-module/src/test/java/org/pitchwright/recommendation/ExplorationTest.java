package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Recommendation.Reason;

class ExplorationTest {
  private static final int DRAWS = 40_000;
  private static final int PINNED_PLACE = 2;

  private final SplittableRandom random = new SplittableRandom(42);
  private final Exploration exploration = new Exploration(() -> random);

  /** A list of places of which one is pinned, with scores that fall, and a pool. */
  private static ListPlan plan(int places, int pool) {
    List<RankedItem> greedy =
        IntStream.range(0, places)
            .mapToObj(
                place ->
                    new RankedItem(
                        new ItemId("g" + place),
                        place + 1,
                        10 - place,
                        null,
                        1,
                        place == PINNED_PLACE ? Reasons.rule("en") : Reasons.history("en")))
            .toList();
    return new ListPlan(
        greedy, IntStream.range(0, pool).mapToObj(item -> new ItemId("p" + item)).toList());
  }

  /** How often each item stood at each place, with the probability that was said for it. */
  private record Tally(Map<String, Integer> counts, Map<String, Double> said) {}

  private Tally tally(ListPlan plan, double share) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Double> said = new HashMap<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      for (RankedItem item : exploration.draw(plan, share, "en")) {
        String where = item.itemId() + "@" + item.rank();
        counts.merge(where, 1, Integer::sum);
        Double before = said.put(where, item.propensity());
        assertThat(before == null || before == item.propensity()).isTrue();
      }
    }
    return new Tally(counts, said);
  }

  /** Every frequency lies within five standard deviations of its binomial distribution. */
  private static void assertFrequencies(Tally tally, int items) {
    assertThat(tally.counts()).hasSize(items);
    tally
        .said()
        .forEach(
            (where, probability) ->
                assertThat((double) tally.counts().get(where) / DRAWS)
                    .as(where)
                    .isCloseTo(
                        probability,
                        within(5 * Math.sqrt(probability * (1 - probability) / DRAWS) + 1e-12)));
  }

  @Test
  void eachItemStandsAtEachPlaceAsOftenAsItsPropensitySays() {
    Tally tally = tally(plan(5, 10), .3);

    assertThat(tally.said().get("g0@1")).isEqualTo(.7);
    assertThat(tally.said().get("p4@5")).isCloseTo(.03, within(1e-12));
    assertThat(tally.said().get("g2@3")).isEqualTo(1);
    assertFrequencies(tally, 5 + 4 * 10);
  }

  @Test
  void aPoolThatIsSmallerThanTheListIsExactToo() {
    Tally tally = tally(plan(5, 2), .5);

    // Of the four open places K are explored: E[min(K, 2)] = 1·4/16 + 2·11/16 = 1.625.
    assertThat(Exploration.given(4, .5, 2)).isCloseTo(1.625 / 4, within(1e-12));
    assertThat(tally.said().get("g0@1")).isCloseTo(1 - 1.625 / 4, within(1e-12));
    assertThat(tally.said().get("p1@2")).isCloseTo(1.625 / 8, within(1e-12));
    assertFrequencies(tally, 5 + 4 * 2);
  }

  @Test
  void theProbabilitiesOfAPlaceMakeOne() {
    Tally tally = tally(plan(4, 3), .4);
    Map<String, Double> sums = new HashMap<>();
    tally
        .said()
        .forEach((where, said) -> sums.merge(where.replaceFirst(".*@", ""), said, Double::sum));

    assertThat(sums).hasSize(4);
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
  }

  @Test
  void noItemStandsTwiceThePinnedStaysAndScoresStillOrderTheList() {
    for (int draw = 0; draw < 200; draw++) {
      List<RankedItem> shown = exploration.draw(plan(8, 9), .5, "en");

      assertThat(shown).extracting(RankedItem::itemId).doesNotHaveDuplicates().hasSize(8);
      assertThat(shown.get(PINNED_PLACE).itemId()).isEqualTo(new ItemId("g" + PINNED_PLACE));
      assertThat(shown).extracting(RankedItem::rank).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(shown).extracting(RankedItem::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  @Test
  void whatIsTriedSaysSo() {
    List<RankedItem> shown = exploration.draw(plan(50, 60), .5, "zh-CN");

    assertThat(shown)
        .filteredOn(item -> item.itemId().value().startsWith("p"))
        .isNotEmpty()
        .extracting(RankedItem::reason)
        .containsOnly(new Reason(ReasonKind.EXPLORATION, "试着推荐，想知道您是否喜欢", List.of()));
  }

  @Test
  void withoutAShareOrAPoolTheListIsShownAsItIs() {
    assertThat(exploration.draw(plan(5, 10), 0, "en")).isEqualTo(plan(5, 10).greedy());
    assertThat(exploration.draw(plan(5, 0), .5, "en")).isEqualTo(plan(5, 0).greedy());
  }

  @Test
  void theSameSeedDrawsTheSameList() {
    List<RankedItem> one =
        new Exploration(() -> new SplittableRandom(7)).draw(plan(10, 20), .5, "en");
    List<RankedItem> other =
        new Exploration(() -> new SplittableRandom(7)).draw(plan(10, 20), .5, "en");

    assertThat(one).isEqualTo(other);
  }
}
