package org.pitchwright.behavior.cleansing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times that a wrong clock made: after the event was received, or before there was a shop. */
final class ImpossibleTime implements EventRule {
  private final Duration tolerance;
  private final Instant earliest;

  /**
   * The rule.
   *
   * @param tolerance by how much the sender's clock may be ahead of ours
   */
  ImpossibleTime(Duration tolerance, Instant earliest) {
    this.tolerance = tolerance;
    this.earliest = earliest;
  }

  @Override
  public Optional<Rejection> judge(RawEvent event) {
    if (event.at().isAfter(event.receivedAt().plus(tolerance))) {
      Duration ahead = Duration.between(event.receivedAt(), event.at());
      return Optional.of(
          new Rejection(
              RejectionReason.FUTURE_TIME,
              "it happened " + ahead.toSeconds() + " s after it was received"));
    }
    if (event.at().isBefore(earliest)) {
      return Optional.of(
          new Rejection(
              RejectionReason.TOO_OLD, "it happened at " + event.at() + ", before " + earliest));
    }
    return Optional.empty();
  }
}
