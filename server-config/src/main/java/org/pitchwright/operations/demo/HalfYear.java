package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The 180 days of which the company tells, and how demand and the urge to shop change in them.
 *
 * @param end the moment of generation; nothing true happened after it
 */
record HalfYear(OffsetDateTime end) {
  static final int DAYS = 180;

  /** Urge to shop by day of the week, Monday first. */
  private static final double[] WEEKDAYS = {0.85, 0.85, 0.9, 0.95, 1.1, 1.4, 1.3};

  /** Urge to shop by hour of the day: asleep at four, a lunch break, the sofa at nine. */
  private static final double[] HOURS = {
    0.5, 0.25, 0.12, 0.08, 0.06, 0.1, 0.3, 0.6, 0.9, 1.1, 1.2, 1.3, 1.7, 1.5, 1.1, 1.0, 1.1, 1.3,
    1.6, 2.1, 2.7, 2.9, 2.3, 1.2
  };

  OffsetDateTime start() {
    return end.minusDays(DAYS);
  }

  boolean contains(OffsetDateTime moment) {
    return !moment.isBefore(start()) && !moment.isAfter(end);
  }

  /** Demand for a kind on this day, 1 for a kind without season and trend. */
  double demand(KindVocabulary kind, LocalDate day) {
    Season season = kind.season();
    Trend trend = kind.trend();
    double progress = 1 - ChronoUnit.DAYS.between(day, end.toLocalDate()) / (double) DAYS;
    double clamped = StrictMath.min(1, StrictMath.max(0, progress));
    return (season == null ? 1 : season.demand(day)) * (trend == null ? 1 : trend.demand(clamped));
  }

  /** A moment between both at which a customer of this time zone might shop. */
  OffsetDateTime visit(OffsetDateTime from, ZoneId zone, Dice dice) {
    double heaviest = WEEKDAYS[5];
    long days = StrictMath.max(1, ChronoUnit.DAYS.between(from, end) + 1);
    ZonedDateTime first = from.atZoneSameInstant(zone);
    ZonedDateTime day;
    do {
      day = first.plusDays((long) (dice.uniform() * days));
    } while (!dice.chance(WEEKDAYS[day.getDayOfWeek().getValue() - 1] / heaviest));
    return atShoppingHour(day, dice);
  }

  /** About so many days later, at an hour at which people shop. */
  OffsetDateTime later(OffsetDateTime from, int days, ZoneId zone, Dice dice) {
    OffsetDateTime moment = atShoppingHour(from.atZoneSameInstant(zone).plusDays(days), dice);
    return moment.isAfter(from) ? moment : moment.plusDays(1);
  }

  private static OffsetDateTime atShoppingHour(ZonedDateTime day, Dice dice) {
    return day.withHour(dice.weighted(HOURS))
        .withMinute(dice.between(0, 59))
        .withSecond(dice.between(0, 59))
        .withNano(dice.between(0, 999) * 1_000_000)
        .toOffsetDateTime();
  }
}
