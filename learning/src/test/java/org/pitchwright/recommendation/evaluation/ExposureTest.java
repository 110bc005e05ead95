package org.pitchwright.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExposureTest {

  @Test
  void isEvenWhereAllItemsAreRecommendedEquallyOften() {
    int[] counts = new int[200];
    Arrays.fill(counts, 7);

    Exposure exposure = Exposure.of(counts);

    assertThat(exposure.coverage()).isEqualTo(1);
    assertThat(exposure.gini()).isCloseTo(0, within(1e-12));
    assertThat(exposure.topOnePercent()).isCloseTo(.01, within(1e-12));
    assertThat(exposure.topTenPercent()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void isOneSidedWhereOneItemGetsEverything() {
    int[] counts = new int[100];
    counts[42] = 5;

    Exposure exposure = Exposure.of(counts);

    assertThat(exposure.coverage()).isEqualTo(.01);
    assertThat(exposure.gini()).isCloseTo(.99, within(1e-12));
    assertThat(exposure.topOnePercent()).isEqualTo(1);
  }

  @Test
  void knowsTheCoefficientOfFourItems() {
    // Σ|x−y| over all pairs, by 2n²·mean: (1+2+3+1+2+1)·2 / (2·16·2.5)
    assertThat(Exposure.of(new int[] {3, 1, 4, 2}).gini()).isCloseTo(.25, within(1e-12));
  }

  @Test
  void isNothingWithoutRecommendations() {
    assertThat(Exposure.of(new int[3])).isEqualTo(new Exposure(3, 0, 0, 0, 0));
    assertThat(Exposure.of(new int[0]).items()).isZero();
  }

  @Property
  void staysBetweenZeroAndOne(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 1000) Integer> counts) {
    Exposure exposure = Exposure.of(counts.stream().mapToInt(Integer::intValue).toArray());

    assertThat(exposure.gini()).isBetween(-1e-9, 1.0);
    assertThat(exposure.coverage()).isBetween(0.0, 1.0);
    assertThat(exposure.topOnePercent()).isBetween(0.0, exposure.topTenPercent() + 1e-12);
  }
}
