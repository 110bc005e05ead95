package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;

class StrongestCausesTest {

  @Test
  void namesOneItemWhereItHasMostOfTheInfluence() {
    assertThat(StrongestCauses.of(viewsOf(1, 2, 3), new float[] {.1f, .7f, .1f}))
        .extracting(Interaction::item)
        .containsExactly(2);
  }

  @Test
  void addsUpTheInteractionsOfOneItemAndNamesItsLatest() {
    List<Interaction> past = viewsOf(1, 2, 1);

    List<Interaction> causes = StrongestCauses.of(past, new float[] {.4f, .5f, .4f});

    assertThat(causes).containsExactly(past.get(2));
  }

  @Test
  void namesThreeAtMost() {
    assertThat(StrongestCauses.of(viewsOf(1, 2, 3, 4, 5), new float[] {.2f, .2f, .2f, .2f, .2f}))
        .hasSize(StrongestCauses.MOST);
  }

  @Test
  void namesNothingWithoutInfluence() {
    assertThat(StrongestCauses.of(viewsOf(1, 2), new float[] {0, 0})).isEmpty();
  }

  private static List<Interaction> viewsOf(int... items) {
    List<Interaction> views = new ArrayList<>();
    for (int item : items) {
      views.add(new Interaction(views.size() + 1, item, EventType.VIEW, views.size(), 1, false));
    }
    return views;
  }
}
