package org.pitchwright.operations;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/**
 * When a job is due: a UNIX cron expression of five fields (minute, hour, day of month, month, day
 * of week) by the wall clock of a time zone. A time that a change of the clock leaves out is taken
 * right after it; one that comes twice counts once.
 */
final class CronSchedule {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;

  private CronSchedule(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * Reads an expression and a time zone.
   *
   * @throws ProblemException naming what is wrong
   */
  static CronSchedule of(String cron, String timeZone) {
    ZoneId zone;
    try {
      zone = ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          "/timeZone", "timeZone must be a time zone such as Asia/Shanghai, not " + timeZone);
    }
    try {
      return new CronSchedule(ExecutionTime.forCron(PARSER.parse(cron).validate()), zone);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          "/cron",
          "cron must have five fields (minute hour day-of-month month day-of-week), for example"
              + " \"30 2 * * *\": "
              + e.getMessage());
    }
  }

  /** The first time after the given one; empty if there is none, as for the 30th of February. */
  Optional<OffsetDateTime> next(OffsetDateTime after) {
    return times
        .nextExecution(after.atZoneSameInstant(zone))
        .map(next -> leftOut(after.toInstant(), next.toInstant()).orElse(next))
        .map(ZonedDateTime::toOffsetDateTime);
  }

  /** The end of the first gap of the clock between two moments in which the schedule was due. */
  private Optional<ZonedDateTime> leftOut(Instant after, Instant before) {
    @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(after);
    while (change != null && change.getInstant().isBefore(before)) {
      if (change.isGap() && dueWithin(change)) {
        return Optional.of(change.getInstant().atZone(zone));
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return Optional.empty();
  }

  /** Whether the schedule names a wall clock time that the gap leaves out. */
  private boolean dueWithin(ZoneOffsetTransition gap) {
    // In UTC, where no time is missing, the wall clock times of the gap can be looked at.
    ZonedDateTime justBefore = gap.getDateTimeBefore().minusSeconds(1).atZone(ZoneOffset.UTC);
    return times
        .nextExecution(justBefore)
        .map(ZonedDateTime::toLocalDateTime)
        .filter(gap.getDateTimeAfter()::isAfter)
        .isPresent();
  }

  /** The next times, at most the given number. */
  List<OffsetDateTime> preview(OffsetDateTime after, int count) {
    List<OffsetDateTime> found = new ArrayList<>();
    Optional<OffsetDateTime> next = next(after);
    while (next.isPresent() && found.size() < count) {
      found.add(next.get());
      next = next(next.get());
    }
    return found;
  }
}
