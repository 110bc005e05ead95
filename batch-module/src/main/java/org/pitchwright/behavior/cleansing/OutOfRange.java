package org.pitchwright.behavior.cleansing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures that are beyond what is possible, or beyond the scale of the shop's ratings. */
final class OutOfRange implements EventRule {
  private static final int MAX_QUANTITY = 10_000;
  private static final long MAX_DURATION = Duration.ofHours(24).toMillis();

  private final double minimumRating;
  private final double maximumRating;

  OutOfRange(double minimumRating, double maximumRating) {
    this.minimumRating = minimumRating;
    this.maximumRating = maximumRating;
  }

  @Override
  public Optional<Rejection> judge(RawEvent event) {
    @Nullable Double rating = event.rating();
    @Nullable Integer quantity = event.quantity();
    @Nullable BigDecimal amount = event.amount();
    @Nullable Long duration = event.durationMs();
    if (rating != null && !(rating >= minimumRating && rating <= maximumRating)) {
      return outside("rating", rating, minimumRating + " to " + maximumRating);
    }
    if (quantity != null && (quantity < 1 || quantity > MAX_QUANTITY)) {
      return outside("quantity", quantity, "1 to " + MAX_QUANTITY);
    }
    if (amount != null && amount.signum() < 0) {
      return outside("amount", amount, "0 or more");
    }
    if (duration != null && (duration < 0 || duration > MAX_DURATION)) {
      return outside("durationMs", duration, "0 to " + MAX_DURATION);
    }
    return Optional.empty();
  }

  private static Optional<Rejection> outside(String what, Object value, String range) {
    return Optional.of(
        new Rejection(
            RejectionReason.OUT_OF_RANGE, what + " " + value + " is not within " + range));
  }
}
