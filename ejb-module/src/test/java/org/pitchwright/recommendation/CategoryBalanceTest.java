package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;

/** A past of three fifths books and two fifths tents, by weight. */
class CategoryBalanceTest {
  private final ItemTable items = new ItemTable();
  private final List<Interaction> past = new ArrayList<>();

  @BeforeEach
  void threeFifthsBooks() {
    event("novel", "books", 2);
    event("tent", "camping", 2);
    event("atlas", "books", 1);
  }

  private void event(String id, String category, float weight) {
    items.replace(new ItemTable.Entry(id, id, category, 1, "CNY", true, true));
    past.add(
        new Interaction(past.size(), items.number(id), EventType.VIEW, past.size(), weight, false));
  }

  private CategoryBalance listOf(String... categories) {
    CategoryBalance balance = CategoryBalance.of(past, items);
    for (String category : categories) {
      balance.add(category);
    }
    return balance;
  }

  @Test
  void aListInTheSharesOfThePastIsNoDistanceAway() {
    assertThat(listOf("books", "camping", "books", "books", "camping").divergence())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void theDivergenceIsThatOfThePaper() {
    // 0.6·ln(0.6 / 0.996) + 0.4·ln(0.4 / 0.004)
    assertThat(listOf("books", "books").divergence()).isCloseTo(1.537977, within(1e-6));
    // Nothing in common: −ln α
    assertThat(listOf("shoes").divergence()).isCloseTo(Math.log(100), within(1e-9));
  }

  @Test
  void theGainIsByHowMuchTheDivergenceOfTheWholeListIsSmaller() {
    double without = 4 * listOf("books", "books", "books", "").divergence();
    double with = 4 * listOf("books", "books", "books", "camping").divergence();

    CategoryBalance balance = listOf("books", "books", "books");

    assertThat(balance.gain("camping")).isCloseTo(without - with, within(1e-9));
    assertThat(balance.gain("camping")).isGreaterThan(balance.gain("books"));
    assertThat(balance.gain("shoes")).isZero();
    assertThat(balance.gain("")).isZero();
  }

  @Test
  void aRepeatCountsOnceAndARefusalOrAnItemWithoutACategoryNotAtAll() {
    event("tent", "camping", 2);
    event("tent", "camping", 2);
    past.remove(past.size() - 1);
    past.add(1, past.remove(past.size() - 1)); // Beside the first view of the tent.
    event("shoes", "shoes", -1);
    event("thing", "", 4);

    assertThat(listOf("books", "camping", "books", "books", "camping").divergence())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void withoutAPastEveryListIsAsGood() {
    past.clear();

    assertThat(listOf("books").isIndifferent()).isTrue();
    assertThat(listOf("books").divergence()).isZero();
    assertThat(listOf("books").gain("books")).isZero();
  }
}
