package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.PolicyPrice.Figures;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/** Figures of short lists of books and cups, while no model serves. */
class ListFiguresTest {
  private final ItemTable items = new ItemTable();
  private final ListFigures figures = new ListFigures(new ItemSimilarity(items, null));

  @BeforeEach
  void booksAndCups() {
    for (String id : List.of("book-1", "book-2", "book-3", "cup-1", "cup-2")) {
      String category = id.replaceFirst("-.*", "");
      items.replace(new ItemTable.Entry(id, id, category, 1, "CNY", true, true));
    }
  }

  private static ListPlan plan(List<String> greedy, String... pool) {
    return new ListPlan(
        IntStream.range(0, greedy.size())
            .mapToObj(
                place ->
                    new RankedItem(
                        new ItemId(greedy.get(place)),
                        place + 1,
                        1,
                        null,
                        1,
                        Reasons.history("en")))
            .toList(),
        Stream.of(pool).map(ItemId::new).toList());
  }

  private void add(ListPlan plan, double share, String target, String... past) {
    List<Interaction> did =
        Stream.of(past)
            .map(id -> new Interaction(1, items.number(id), EventType.VIEW, 1, 1, false))
            .toList();
    figures.add(plan, share, plan.greedy(), items.number(target), did);
  }

  @Test
  void hitsAndGainsAreThoseOfTheRank() {
    add(plan(List.of("book-1", "book-2", "cup-1")), 0, "cup-1");
    add(plan(List.of("book-1", "book-2", "cup-1")), 0, "cup-2");

    Figures measured = figures.figures();
    assertThat(measured.hitRate().mean()).isEqualTo(.5);
    assertThat(measured.ndcg().mean()).isCloseTo(.25, within(1e-12)); // 1/log₂ 4, halved.
  }

  @Test
  void whereThingsAreTriedTheProbabilityCounts() {
    // Two open places, each given away with 0.5, to one of two items.
    add(plan(List.of("book-1", "book-2"), "cup-1", "cup-2"), .5, "book-1");
    assertThat(figures.figures().hitRate().mean()).isEqualTo(.5);

    add(plan(List.of("book-1", "book-2"), "cup-1", "cup-2"), .5, "cup-1");
    // At each of both places with 0.25: one half again.
    assertThat(figures.figures().hitRate().mean()).isEqualTo(.5);
  }

  @Test
  void varietyCategoriesAndExposureAreThoseOfTheLists() {
    add(plan(List.of("book-1", "book-2", "cup-1")), 0, "cup-1", "book-3", "cup-2");
    add(plan(List.of("book-1", "book-2")), 0, "cup-1");

    Figures measured = figures.figures();
    // Of the three pairs of the first list one is alike, of the second the only one.
    assertThat(measured.variety()).isCloseTo((2. / 3 + 0) / 2, within(1e-12));
    assertThat(measured.categories()).isEqualTo(1.5);
    assertThat(measured.differentItems()).isEqualTo(3);
    assertThat(measured.topShare()).isEqualTo(1);
    // Only the first has a past, of halves: 0.5·ln(0.5 / 0.665) + 0.5·ln(0.5 / 0.335)
    assertThat(measured.divergence()).isCloseTo(.5 * Math.log(.25 / (.665 * .335)), within(1e-9));
  }

  @Test
  void differencesAreTakenCustomerByCustomer() {
    ListFigures after = new ListFigures(new ItemSimilarity(items, null));
    for (int i = 0; i < 20; i++) {
      add(plan(List.of("book-1")), 0, "book-1");
      ListPlan other = plan(List.of("book-2"));
      after.add(other, 0, other.greedy(), items.number("book-1"), List.of());
    }

    PolicyPrice price = figures.against(after);

    assertThat(price.customers()).isEqualTo(20);
    assertThat(price.hitRate()).isEqualTo(new PolicyPrice.Estimate(-1, -1, -1));
    assertThat(price.hitRate().mayBeZero()).isFalse();
    assertThat(price.moreHits()).isEqualTo(-1);
    assertThat(price.moreItems()).isZero();
  }

  @Test
  void withoutListsEverythingIsZero() {
    PolicyPrice price = figures.against(new ListFigures(new ItemSimilarity(items, null)));

    assertThat(price.customers()).isZero();
    assertThat(price.before().divergence()).isNull();
    assertThat(price.hitRate().mayBeZero()).isTrue();
    assertThat(price.moreItems()).isZero();
    assertThat(price.moreHits()).isZero();
  }
}
