package org.pitchwright.behavior.cleansing;

import java.util.Optional;
import org.pitchwright.behavior.EventType;

/** Whatever was done must have been done to something; only a search needs no item. */
final class MissingValue implements EventRule {
  @Override
  public Optional<Rejection> judge(RawEvent event) {
    if (event.itemId() == null && event.type() != EventType.SEARCH) {
      return missing(event, "item");
    }
    if (event.rating() == null && event.type() == EventType.RATING) {
      return missing(event, "rating");
    }
    return Optional.empty();
  }

  private static Optional<Rejection> missing(RawEvent event, String what) {
    return Optional.of(
        new Rejection(RejectionReason.MISSING_VALUE, event.type() + " without " + what));
  }
}
