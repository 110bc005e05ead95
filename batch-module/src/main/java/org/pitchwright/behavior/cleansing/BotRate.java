package org.pitchwright.behavior.cleansing;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rates that no person reaches. Who did more within a minute than anyone can is not believed for
 * the whole hour; who did more within a day, for the whole day (UTC). What was merely shown to a
 * customer is not counted: pages show many things at once.
 */
final class BotRate {
  private final int perMinute;
  private final int perDay;

  BotRate(int perMinute, int perDay) {
    this.perMinute = perMinute;
    this.perDay = perDay;
  }

  /** What the events of one subject tell about it. */
  Suspicion watch(List<RawEvent> events) {
    Map<Long, Integer> minutes = new HashMap<>();
    Map<Long, Integer> days = new HashMap<>();
    for (RawEvent event : events) {
      if (active(event)) {
        minutes.merge(minute(event), 1, Integer::sum);
        days.merge(day(event), 1, Integer::sum);
      }
    }
    Map<Long, Integer> hours = new HashMap<>();
    minutes.forEach(
        (minute, count) -> {
          if (count > perMinute) {
            hours.merge(Math.floorDiv(minute, 60L), count, Math::max);
          }
        });
    days.values().removeIf(count -> count <= perDay);
    return new Suspicion(hours, days);
  }

  private static boolean active(RawEvent event) {
    return switch (event.type()) {
      case IMPRESSION -> false;
      case VIEW, CLICK, CART, PURCHASE, RATING, SEARCH, DISMISS -> true;
    };
  }

  private static long minute(RawEvent event) {
    return Math.floorDiv(event.at().getEpochSecond(), ChronoUnit.MINUTES.getDuration().toSeconds());
  }

  private static long day(RawEvent event) {
    return Math.floorDiv(event.at().getEpochSecond(), ChronoUnit.DAYS.getDuration().toSeconds());
  }

  /** The hours and days in which a subject cannot have been a person, with the counts that tell. */
  record Suspicion(Map<Long, Integer> hours, Map<Long, Integer> days) implements EventRule {
    @Override
    public Optional<Rejection> judge(RawEvent event) {
      @Nullable Integer inMinute = hours.get(Math.floorDiv(minute(event), 60L));
      if (inMinute != null) {
        return bot(inMinute + " events within one minute of this hour");
      }
      @Nullable Integer inDay = days.get(day(event));
      return inDay == null ? Optional.empty() : bot(inDay + " events on this day");
    }

    private static Optional<Rejection> bot(String detail) {
      return Optional.of(new Rejection(RejectionReason.BOT, detail));
    }
  }
}
