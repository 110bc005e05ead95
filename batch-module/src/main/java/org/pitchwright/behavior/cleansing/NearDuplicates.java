package org.pitchwright.behavior.cleansing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/**
 * The same done to the same item within moments: a double click, a page that reported twice. Shown
 * the events of one subject in the order of time, it keeps the first of each burst. What earlier
 * runs accepted is shown to it before, so that an event which comes in late is compared with those
 * after it too.
 */
final class NearDuplicates {
  private final Map<EventType, Duration> windows;
  private final Map<Act, NavigableSet<Instant>> acts = new HashMap<>();

  /**
   * A memory for one subject.
   *
   * @param windows within which a repetition is not believed, by type
   */
  NearDuplicates(Map<EventType, Duration> windows) {
    this.windows = windows;
  }

  private record Act(EventType type, @Nullable String itemId) {
    static Act of(RawEvent event) {
      return new Act(event.type(), event.itemId());
    }
  }

  /** Remembers an event that is learned from. */
  void accepted(RawEvent event) {
    acts.computeIfAbsent(Act.of(event), act -> new TreeSet<>()).add(event.at());
  }

  /** Whether the event repeats one that is learned from. */
  Optional<Rejection> judge(RawEvent event) {
    Duration window = windows.getOrDefault(event.type(), Duration.ZERO);
    @Nullable NavigableSet<Instant> known = acts.get(Act.of(event));
    if (known == null || event.itemId() == null || window.isZero()) {
      return Optional.empty();
    }
    return Stream.of(
            near(event, known.floor(event.at()), window, "before"),
            near(event, known.higher(event.at()), window, "after"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Rejection> near(
      RawEvent event, @Nullable Instant other, Duration window, String side) {
    if (other == null) {
      return Optional.empty();
    }
    Duration gap = Duration.between(other, event.at()).abs();
    return gap.compareTo(window) >= 0
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionReason.NEAR_DUPLICATE,
                "the same "
                    + event.type()
                    + " of the item "
                    + gap.toMillis()
                    + " ms "
                    + side
                    + ", within "
                    + window.toMillis()
                    + " ms"));
  }
}
