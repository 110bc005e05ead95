package org.pitchwright.behavior.cleansing;

import java.util.Optional;

/** An item that is not in the catalogue can be neither learned nor recommended. */
final class UnknownItem implements EventRule {
  @Override
  public Optional<Rejection> judge(RawEvent event) {
    return event.itemId() == null || event.itemKnown()
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionReason.UNKNOWN_ITEM,
                "item " + event.itemId() + " is not in the catalogue"));
  }
}
