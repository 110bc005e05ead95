package org.pitchwright.behavior;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ExternalKey;
import org.pitchwright.catalog.ItemRules;
import org.pitchwright.problem.Violation;

/**
 * What makes an event acceptable at the door, for REST, SOAP, pages and imports alike. What can
 * only be judged together with other rows, or by a configurable bound, is left to the cleansing
 * job.
 */
public final class EventRules {
  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final OffsetDateTime LATEST =
      OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final int MAX_SOURCE = 200;
  private static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999999999");

  private EventRules() {}

  /** The first thing that is wrong with the event; empty if it is acceptable. */
  public static Optional<Violation> check(EventDraft event) {
    Violation violation = checkKeys(event);
    if (violation == null) {
      violation = checkMeasures(event);
    }
    if (violation == null) {
      violation = checkMoney(event);
    }
    return Optional.ofNullable(violation);
  }

  private static @Nullable Violation checkKeys(EventDraft event) {
    Violation violation = checkKey("/eventId", ExternalKey.Kind.EVENT, event.eventId());
    if (violation == null) {
      violation = checkKey("/customerId", ExternalKey.Kind.CUSTOMER, event.customerId());
    }
    if (violation == null) {
      violation = checkKey("/itemId", ExternalKey.Kind.ITEM, event.itemId());
    }
    if (violation == null) {
      violation = checkKey("/sessionId", ExternalKey.Kind.SESSION, event.sessionId());
    }
    if (violation == null && event.customerId() == null && event.sessionId() == null) {
      violation =
          new Violation(
              "/customerId", "customerId or sessionId is needed to tell whose event it is");
    }
    return violation;
  }

  private static @Nullable Violation checkKey(
      String pointer, ExternalKey.Kind kind, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      ExternalKey.check(kind, value);
      return null;
    } catch (IllegalArgumentException e) {
      return new Violation(pointer, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Violation checkMeasures(EventDraft event) {
    if (event.at().isBefore(EARLIEST) || event.at().isAfter(LATEST)) {
      return new Violation("/at", "at must lie between the years 1900 and 2200, not " + event.at());
    }
    if (event.rating() != null && !Double.isFinite(event.rating())) {
      return new Violation("/rating", "rating must be a number");
    }
    if (event.quantity() != null && event.quantity() < 0) {
      return new Violation("/quantity", "quantity must not be negative, it is " + event.quantity());
    }
    if (event.durationMs() != null && event.durationMs() < 0) {
      return new Violation(
          "/durationMs", "durationMs must not be negative, it is " + event.durationMs());
    }
    if (event.source() != null && event.source().length() > MAX_SOURCE) {
      return new Violation("/source", "source must have at most " + MAX_SOURCE + " characters");
    }
    if (event.source() != null && event.source().indexOf('\0') >= 0) {
      return new Violation("/source", "source must not contain the NUL character");
    }
    return null;
  }

  private static @Nullable Violation checkMoney(EventDraft event) {
    BigDecimal amount = event.amount();
    if (amount != null) {
      if (amount.signum() < 0) {
        return new Violation("/amount", "amount must not be negative, it is " + amount);
      }
      if (amount.compareTo(MAX_AMOUNT) > 0) {
        return new Violation("/amount", "amount must be at most " + MAX_AMOUNT.toPlainString());
      }
      if (amount.stripTrailingZeros().scale() > 4) {
        return new Violation("/amount", "amount must have at most four decimals");
      }
    }
    if (event.currency() != null && !ItemRules.isCurrency(event.currency())) {
      return new Violation(
          "/currency", "currency must be an ISO 4217 code such as CNY, not " + event.currency());
    }
    return null;
  }
}
