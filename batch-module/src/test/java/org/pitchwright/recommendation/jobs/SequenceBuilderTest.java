package org.pitchwright.recommendation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.dataset.CustomerSequence;

class SequenceBuilderTest {
  private static final int PHONE = 0;
  private static final int CASE = 1;

  private final SequenceBuilder builder = new SequenceBuilder();

  @Test
  void lookingPuttingIntoTheCartAndBuyingIsOneInteraction() {
    builder.add(PHONE, 1f, 10);
    builder.add(PHONE, 3f, 20);
    builder.add(PHONE, 4f, 30);
    builder.add(PHONE, 1f, 40);
    builder.add(CASE, 1f, 50);

    CustomerSequence sequence = builder.take();

    assertThat(sequence.items()).containsExactly(PHONE, CASE);
    assertThat(sequence.weights()).containsExactly(4f, 1f);
    assertThat(sequence.times()).containsExactly(40, 50);
  }

  @Test
  void comingBackToAnItemLaterIsAnotherInteraction() {
    builder.add(PHONE, 1f, 10);
    builder.add(CASE, 1f, 20);
    builder.add(PHONE, 4f, 30);

    assertThat(builder.take().items()).containsExactly(PHONE, CASE, PHONE);
  }

  @Test
  void refusingWhatWasLookedAtIsAnotherInteraction() {
    builder.add(PHONE, 1f, 10);
    builder.add(PHONE, -1f, 20);
    builder.add(PHONE, -2f, 30);

    assertThat(builder.take().weights()).containsExactly(1f, -2f);
  }

  @Test
  void readsWhatServingReads() {
    int[] items = {PHONE, PHONE, CASE, CASE, PHONE, CASE, CASE};
    float[] weights = {1f, 4f, 1.5f, 1f, -1f, -1f, 1f};
    for (int event = 0; event < items.length; event++) {
      builder.add(items[event], weights[event], event);
    }

    assertThat(builder.take().history()).isEqualTo(new History(items, weights).mergingRepeats());
  }

  @Test
  void isEmptyAfterItGaveWhatItGathered() {
    for (int event = 0; event < 1_000; event++) {
      builder.add(event, 1f, event);
    }

    assertThat(builder.take().size()).isEqualTo(1_000);
    assertThat(builder.isEmpty()).isTrue();
  }
}
