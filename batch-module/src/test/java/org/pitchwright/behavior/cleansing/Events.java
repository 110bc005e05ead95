package org.pitchwright.behavior.cleansing;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/** Events for tests: good in every way until something is changed. */
record Events(RawEvent event) {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  static Events of(EventType type) {
    return new Events(
        new RawEvent(
            1, type, "item", true, NOON, NOON.plusSeconds(2), null, null, null, null, true, false));
  }

  static Events view() {
    return of(EventType.VIEW);
  }

  private Events with(
      long id,
      @Nullable String item,
      boolean known,
      Instant at,
      boolean waiting,
      boolean accepted) {
    return new Events(
        new RawEvent(
            id,
            event.type(),
            item,
            known,
            at,
            event.receivedAt(),
            event.rating(),
            event.quantity(),
            event.amount(),
            event.durationMs(),
            waiting,
            accepted));
  }

  Events id(long id) {
    return with(id, event.itemId(), event.itemKnown(), event.at(), event.waiting(), false);
  }

  Events item(@Nullable String item) {
    return with(event.id(), item, item != null, event.at(), event.waiting(), false);
  }

  Events unknownItem() {
    return with(event.id(), event.itemId(), false, event.at(), event.waiting(), false);
  }

  Events at(Instant at) {
    return with(event.id(), event.itemId(), event.itemKnown(), at, event.waiting(), false);
  }

  /** Judged by an earlier run. */
  Events judged(boolean accepted) {
    return with(event.id(), event.itemId(), event.itemKnown(), event.at(), false, accepted);
  }

  Events measures(
      @Nullable Double rating,
      @Nullable Integer quantity,
      @Nullable String amount,
      @Nullable Long durationMs) {
    return new Events(
        new RawEvent(
            event.id(),
            event.type(),
            event.itemId(),
            event.itemKnown(),
            event.at(),
            event.receivedAt(),
            rating,
            quantity,
            amount == null ? null : new BigDecimal(amount),
            durationMs,
            event.waiting(),
            event.accepted()));
  }
}
