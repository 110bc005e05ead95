package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventType;

class HeldOutTest {
  private final ItemTable items = new ItemTable();
  private final List<Interaction> events = new ArrayList<>();

  private void did(String item, EventType type, float weight) {
    items.replace(new ItemTable.Entry(item, item, "things", 1, "CNY", true, true));
    int row = events.size() + 1;
    events.add(new Interaction(row, items.number(item), type, row, weight, false));
  }

  private Optional<HeldOut> heldOut() {
    List<Interaction> inNoOrder = new ArrayList<>(events);
    Collections.reverse(inNoOrder);
    return HeldOut.of(inNoOrder, 3, items);
  }

  @Test
  void thePastEndsBeforeTheLatestItemWasMet() {
    did("tent", EventType.PURCHASE, 4);
    did("stove", EventType.VIEW, 1);
    did("cup", EventType.VIEW, 1);
    did("tent", EventType.VIEW, 1);
    did("cup", EventType.PURCHASE, 4);

    HeldOut heldOut = heldOut().orElseThrow();

    assertThat(heldOut.target()).isEqualTo(items.number("cup"));
    assertThat(heldOut.past().interactions()).hasSize(2);
    assertThat(heldOut.past().hasSeen(items.number("cup"))).isFalse();
    assertThat(heldOut.past().hasPurchased(items.number("tent"))).isTrue();
    assertThat(heldOut.past().generation()).isEqualTo(3);
  }

  @Test
  void whatWasShownBeforeItWasTurnedToWasMetThen() {
    did("tent", EventType.VIEW, 1);
    did("cup", EventType.IMPRESSION, 0);
    did("stove", EventType.VIEW, 1);
    did("cup", EventType.VIEW, 1);

    assertThat(heldOut().orElseThrow().target()).isEqualTo(items.number("stove"));
  }

  @Test
  void aRefusalOrAnItemThatIsNotOnOfferIsNoTarget() {
    did("tent", EventType.VIEW, 1);
    did("stove", EventType.VIEW, 1);
    did("cup", EventType.DISMISS, -1);
    did("old", EventType.VIEW, 1);
    items.replace(new ItemTable.Entry("old", "old", "things", 1, "CNY", false, true));

    assertThat(heldOut().orElseThrow().target()).isEqualTo(items.number("stove"));
  }

  @Test
  void withoutAPastThereIsNothingToHoldOut() {
    assertThat(heldOut()).isEmpty();
    did("tent", EventType.VIEW, 1);
    assertThat(heldOut()).isEmpty();
    did("tent", EventType.PURCHASE, 4);
    assertThat(heldOut()).isEmpty();
  }
}
