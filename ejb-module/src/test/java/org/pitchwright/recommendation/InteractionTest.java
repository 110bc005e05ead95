package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;

class InteractionTest {
  @Test
  void lookingAndBuyingIsOnePurchase() {
    List<Interaction> merged =
        Interaction.mergingRepeats(
            List.of(
                event(1, 7, EventType.VIEW, 1f),
                event(2, 7, EventType.PURCHASE, 4f),
                event(3, 7, EventType.VIEW, 1f),
                event(4, 8, EventType.VIEW, 1f),
                event(5, 8, EventType.VIEW, 1f),
                event(6, 8, EventType.DISMISS, -1f)));

    assertThat(merged).extracting(Interaction::eventRow).containsExactly(2L, 5L, 6L);
  }

  @Test
  void rankingReadsThePastAsTrainingDoes() {
    Random random = new Random(42);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      float weight = random.nextInt(5) - 1.5f;
      events.add(event(i, random.nextInt(3), EventType.VIEW, weight));
    }

    assertThat(history(Interaction.mergingRepeats(events)))
        .isEqualTo(history(events).mergingRepeats());
  }

  private static History history(List<Interaction> events) {
    int[] items = events.stream().mapToInt(Interaction::item).toArray();
    float[] weights = new float[items.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = events.get(i).weight();
    }
    return new History(items, weights);
  }

  private static Interaction event(long row, int item, EventType type, float weight) {
    return new Interaction(row, item, type, row, weight, false);
  }
}
