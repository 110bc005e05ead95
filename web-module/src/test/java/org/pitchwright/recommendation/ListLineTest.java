package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.ListLine.Change;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Recommendation.Reason;

class ListLineTest {
  private static List<RankedItem> list(String... items) {
    return IntStream.range(0, items.length)
        .mapToObj(
            place ->
                new RankedItem(
                    new ItemId(items[place]),
                    place + 1,
                    1.0,
                    null,
                    1,
                    new Reason(ReasonKind.HISTORY, "", List.of())))
        .toList();
  }

  @Test
  void marksOnTheFirstListWhatTheSecondDoesNotHave() {
    List<ListLine> lines = ListLine.before(list("a", "b", "c"), list("c", "a", "d"), Map.of());

    assertThat(lines)
        .extracting(ListLine::change)
        .containsExactly(Change.SAME, Change.LEFT, Change.SAME);
  }

  @Test
  void marksOnTheSecondListWhatIsNewAndHowFarTheOthersMoved() {
    List<ListLine> lines = ListLine.after(list("a", "b", "c"), list("c", "a", "d"), Map.of());

    assertThat(lines)
        .extracting(ListLine::change)
        .containsExactly(Change.UP, Change.DOWN, Change.ENTERED);
    assertThat(lines).extracting(ListLine::by).containsExactly(2, 1, 0);
    assertThat(lines).extracting(ListLine::title).containsExactly("c", "a", "d");
  }
}
