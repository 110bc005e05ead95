package org.pitchwright.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TargetRankTest {

  @Test
  void countsWhatIsBetterAndSharesTies() {
    TargetRank rank = TargetRank.of(new float[] {3, 1, 2, 2, 0}, 2, new BitSet());

    assertThat(rank).isEqualTo(new TargetRank(1, 1));
    assertThat(rank.ndcg(5)).isEqualTo((1 / log2(3) + 1 / log2(4)) / 2, within(1e-12));
  }

  @Test
  void leavesExcludedItemsOutButNeverTheTarget() {
    BitSet seen = new BitSet();
    seen.set(0);
    seen.set(2);

    assertThat(TargetRank.of(new float[] {3, 1, 2, 2, 0}, 2, seen)).isEqualTo(new TargetRank(0, 1));
  }

  @Test
  void refusesScoresThatAreNotNumbers() {
    float[] scores = {Float.NaN, Float.NaN};

    assertThatThrownBy(() -> TargetRank.of(scores, 0, new BitSet()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a number");
  }

  @Property
  void equalScoresGiveTheHitRateOfChance(@ForAll @IntRange(min = 1, max = 500) int items) {
    TargetRank rank = TargetRank.of(new float[items], 0, new BitSet());

    assertThat(rank.hitRate(10)).isEqualTo(Math.min(1, 10.0 / items), within(1e-12));
  }

  @Property
  void staysBetweenZeroAndOneAndGrowsWithDepth(
      @ForAll @IntRange(max = 50) int better, @ForAll @IntRange(max = 50) int tied) {
    TargetRank rank = new TargetRank(better, tied);

    assertThat(rank.ndcg(5)).isBetween(0.0, rank.hitRate(5));
    assertThat(rank.ndcg(5)).isLessThanOrEqualTo(rank.ndcg(10));
    assertThat(rank.hitRate(5)).isLessThanOrEqualTo(rank.hitRate(10)).isLessThanOrEqualTo(1);
  }

  @Property
  void doesNotDependOnTheOrderOfTheItems(
      @ForAll @Size(min = 2, max = 30) float[] values, @ForAll @IntRange(max = 29) int place) {
    float[] scores = values.clone();
    for (int item = 0; item < scores.length; item++) {
      scores[item] = Float.isNaN(scores[item]) ? 0 : scores[item];
    }
    int target = place % scores.length;
    float[] reversed = new float[scores.length];
    for (int item = 0; item < scores.length; item++) {
      reversed[scores.length - 1 - item] = scores[item];
    }

    assertThat(TargetRank.of(reversed, scores.length - 1 - target, new BitSet()))
        .isEqualTo(TargetRank.of(scores, target, new BitSet()));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
