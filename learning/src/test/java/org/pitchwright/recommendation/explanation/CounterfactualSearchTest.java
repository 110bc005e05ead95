package org.pitchwright.recommendation.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.History;

class CounterfactualSearchTest {

  private static final int ITEMS = 40;

  /** A past item i speaks for the items 10·(i mod 4) to 10·(i mod 4) + 9, the first ones most. */
  private static final Function<List<History>, float[][]> GROUPS =
      histories -> histories.stream().map(CounterfactualSearchTest::score).toArray(float[][]::new);

  private static float[] score(History history) {
    float[] scores = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      scores[item] = -.001f * item;
      for (int event = 0; event < history.size(); event++) {
        boolean sameGroup = history.items()[event] % 4 == item / 10;
        scores[item] += sameGroup ? history.weights()[event] * (1f - .05f * (item % 10)) : 0f;
      }
    }
    return scores;
  }

  @Test
  void namesTheOneItemThatARecommendationHangsOn() {
    RankedHistory past = past(new int[] {33, 34, 38}, new float[] {1, 1, 1});

    List<Counterfactual> explained = explain(past, new int[] {10}, 5);

    assertThat(explained).hasSize(1);
    assertThat(explained.get(0).causes()).containsExactly(33);
    assertThat(explained.get(0).decisive()).isTrue();
    assertThat(explained.get(0).scoreDrop()).isPositive();
  }

  @Test
  void namesSeveralWhereNoneAloneDecides() {
    RankedHistory past = past(new int[] {33, 37, 34}, new float[] {3, 3, 1});

    Counterfactual explained = explain(past, new int[] {10}, 3).get(0);

    assertThat(explained.causes()).containsExactlyInAnyOrder(33, 37);
    assertThat(explained.decisive()).isTrue();
  }

  @Test
  void saysSoWhereEvenThreeDoNotDecide() {
    RankedHistory past = past(new int[] {33, 37, 29, 25, 21, 34}, new float[] {3, 3, 3, 3, 3, 1});

    Counterfactual explained = explain(past, new int[] {10}, 3).get(0);

    assertThat(explained.causes()).hasSize(3);
    assertThat(explained.decisive()).isFalse();
  }

  @Test
  void hasNoCausesWithoutAPast() {
    RankedHistory past = past(new int[0], new float[0]);

    assertThat(explain(past, new int[] {0, 1}, 5))
        .allSatisfy(explained -> assertThat(explained.causes()).isEmpty())
        .allSatisfy(explained -> assertThat(explained.decisive()).isFalse());
  }

  @Property(tries = 200)
  void whatIsCalledDecisiveReallyIs(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = ITEMS - 1) Integer> items,
      @ForAll @IntRange(min = 1, max = 10) int length) {
    int[] past = items.stream().mapToInt(Integer::intValue).toArray();
    float[] weights = new float[past.length];
    Arrays.fill(weights, 1f);
    RankedHistory ranked = past(past, weights);
    int[] list = list(ranked, length);

    for (Counterfactual explained : explain(ranked, list, length)) {
      BitSet causes = new BitSet();
      explained.causes().forEach(causes::set);
      int[] without = list(ranked.without(causes), length);
      boolean left = IntStream.of(without).noneMatch(item -> item == explained.item());
      assertThat(left).isEqualTo(explained.decisive());
      assertThat(explained.causes()).hasSizeBetween(1, Counterfactual.MOST_CAUSES);
    }
  }

  private static List<Counterfactual> explain(RankedHistory past, int[] recommended, int length) {
    int[] contenders =
        IntStream.concat(IntStream.of(recommended), IntStream.range(0, ITEMS)).distinct().toArray();
    Function<List<History>, float[][]> scorer =
        histories ->
            Arrays.stream(GROUPS.apply(histories))
                .map(scores -> gather(scores, contenders))
                .toArray(float[][]::new);
    return CounterfactualSearch.explain(scorer, past, recommended, contenders, length);
  }

  private static float[] gather(float[] scores, int[] chosen) {
    float[] gathered = new float[chosen.length];
    for (int place = 0; place < chosen.length; place++) {
      gathered[place] = scores[chosen[place]];
    }
    return gathered;
  }

  private static RankedHistory past(int[] items, float[] weights) {
    BitSet seen = new BitSet();
    IntStream.of(items).forEach(seen::set);
    return new RankedHistory(new History(items, weights), seen, new BitSet());
  }

  /** The best items by sorting all of them: another way than the search's own. */
  private static int[] list(RankedHistory past, int length) {
    float[] scores = score(past.history());
    return IntStream.range(0, ITEMS)
        .filter(past::admits)
        .boxed()
        .sorted((a, b) -> Float.compare(scores[b], scores[a]))
        .mapToInt(Integer::intValue)
        .limit(length)
        .toArray();
  }
}
