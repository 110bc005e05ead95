package org.pitchwright.behavior.cleansing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pitchwright.behavior.EventType;

/**
 * The rules in the order in which they are asked; the first that objects is the reason that is
 * kept.
 *
 * @param thresholds the bounds that an operator sets
 */
record CleansingRules(Thresholds thresholds) {
  /**
   * The bounds that an operator sets.
   *
   * @param nearDuplicates window of repetitions, by type
   * @param tolerance by how much a sender's clock may be ahead
   */
  record Thresholds(
      double minimumRating,
      double maximumRating,
      Map<EventType, Duration> nearDuplicates,
      Duration tolerance,
      Instant earliest,
      int perMinute,
      int perDay) {

    /** The same window for all types. */
    static Map<EventType, Duration> window(Duration window) {
      Map<EventType, Duration> windows = new EnumMap<>(EventType.class);
      for (EventType type : EventType.values()) {
        windows.put(type, window);
      }
      return windows;
    }
  }

  /**
   * The verdicts on the waiting events of one subject.
   *
   * @param events waiting ones and their context, in the order of time, then of id
   */
  List<Verdict> judge(List<RawEvent> events) {
    BotRate.Suspicion suspicion =
        new BotRate(thresholds.perMinute(), thresholds.perDay()).watch(events);
    List<EventRule> alone =
        List.of(
            new MissingValue(),
            new OutOfRange(thresholds.minimumRating(), thresholds.maximumRating()),
            new ImpossibleTime(thresholds.tolerance(), thresholds.earliest()),
            suspicion,
            new UnknownItem());
    NearDuplicates duplicates = new NearDuplicates(thresholds.nearDuplicates());
    events.stream().filter(RawEvent::accepted).forEach(duplicates::accepted);
    List<Verdict> verdicts = new ArrayList<>();
    for (RawEvent event : events) {
      if (event.waiting()) {
        Optional<Rejection> rejection = first(alone, event).or(() -> duplicates.judge(event));
        verdicts.add(new Verdict(event.id(), rejection));
        if (rejection.isEmpty()) {
          duplicates.accepted(event);
        }
      }
    }
    return verdicts;
  }

  private static Optional<Rejection> first(List<EventRule> rules, RawEvent event) {
    for (EventRule rule : rules) {
      Optional<Rejection> rejection = rule.judge(event);
      if (rejection.isPresent()) {
        return rejection;
      }
    }
    return Optional.empty();
  }
}
