package org.pitchwright.behavior.cleansing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/**
 * The same done to the same item within moments: a double click, a page that reported twice. Shown
 * the events of one subject in the order of time, it keeps the first of each burst.
 */
final class NearDuplicates {
  private final Map<EventType, Duration> windows;
  private final Map<Act, Instant> latest = new HashMap<>();

  /**
   * A memory for one subject.
   *
   * @param windows within which a repetition is not believed, by type
   */
  NearDuplicates(Map<EventType, Duration> windows) {
    this.windows = windows;
  }

  private record Act(EventType type, @Nullable String itemId) {}

  /** Remembers an event that is learned from. */
  void accepted(RawEvent event) {
    latest.merge(
        new Act(event.type(), event.itemId()),
        event.at(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Whether the event repeats one that is learned from. */
  Optional<Rejection> judge(RawEvent event) {
    Duration window = windows.getOrDefault(event.type(), Duration.ZERO);
    @Nullable Instant before = latest.get(new Act(event.type(), event.itemId()));
    if (before == null || event.itemId() == null || window.isZero()) {
      return Optional.empty();
    }
    Duration gap = Duration.between(before, event.at()).abs();
    return gap.compareTo(window) >= 0
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionReason.NEAR_DUPLICATE,
                "the same "
                    + event.type()
                    + " of the item "
                    + gap.toMillis()
                    + " ms before, within "
                    + window.toMillis()
                    + " ms"));
  }
}
