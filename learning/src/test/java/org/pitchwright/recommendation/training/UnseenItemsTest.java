package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.artifact.FloatMatrix;

class UnseenItemsTest {
  private static final int WIDTH = 2;

  /** Items 0 and 1 were learned; the text of 2 is that of 0, that of 3 lies between, 4 has none. */
  private static final float[] TEXTS = {1, 0, 0, 1, 1, 0, .8f, .6f, 0, 0};

  private final float[] embeddings = {0, 3, -5, 0, 9, 9, 9, 9, 7, 7};

  @Test
  void anItemThatNobodyChoseStandsWhereThoseWithSuchATextStand() {
    place();

    assertThat(embeddings[4]).isCloseTo(0, within(1e-6f));
    assertThat(embeddings[5]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void betweenTwoItStandsNearerToTheOneThatItIsMoreLike() {
    place();

    double towardsFirst = embeddings[7];
    double towardsSecond = -embeddings[6];
    assertThat(towardsFirst).isGreaterThan(towardsSecond);
    assertThat(towardsSecond).isPositive();
    assertThat(Math.hypot(towardsFirst, towardsSecond)).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatWasLearnedAndWhatHasNoTextStay() {
    place();

    assertThat(embeddings).startsWith(0, 3, -5, 0).endsWith(7, 7);
  }

  private void place() {
    UnseenItems.place(embeddings, WIDTH, new int[] {0, 1}, new FloatMatrix(5, WIDTH, TEXTS));
  }
}
