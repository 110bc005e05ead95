package org.pitchwright.operations;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says in words when a cron expression is due, for the shapes that people write: at a time of every
 * day, of days of the week, of a day of the month; every so many minutes or hours. For any other
 * expression it says nothing rather than something wrong.
 */
final class CronWords {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern EVERY = Pattern.compile("\\*/\\d{1,2}");
  private static final Pattern WEEKDAYS = Pattern.compile("[0-7](,[0-7])*|[0-7]-[0-7]");

  /** Words with their places filled, by key. */
  interface Words {
    String text(String key, Object... values);
  }

  private final Words words;
  private final Locale locale;

  CronWords(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** The expression in words; empty for shapes that have none. */
  Optional<String> of(String cron) {
    String[] fields = cron.strip().split("\\s+");
    if (fields.length != 5 || !fields[3].equals("*")) {
      return Optional.empty();
    }
    return often(fields).or(() -> at(fields));
  }

  private Optional<String> often(String[] fields) {
    if (!fields[2].equals("*") || !fields[4].equals("*")) {
      return Optional.empty();
    }
    if (fields[0].equals("*") && fields[1].equals("*")) {
      return Optional.of(words.text("cron.everyMinute"));
    }
    if (matches(EVERY, fields[0]) && fields[1].equals("*") && 60 % step(fields[0]) == 0) {
      return Optional.of(words.text("cron.everyMinutes", step(fields[0])));
    }
    if (!matches(NUMBER, fields[0])) {
      return Optional.empty();
    }
    if (fields[1].equals("*")) {
      return Optional.of(words.text("cron.everyHour", minute(fields[0])));
    }
    return matches(EVERY, fields[1]) && 24 % step(fields[1]) == 0
        ? Optional.of(words.text("cron.everyHours", step(fields[1]), minute(fields[0])))
        : Optional.empty();
  }

  private Optional<String> at(String[] fields) {
    if (!matches(NUMBER, fields[0]) || !matches(NUMBER, fields[1])) {
      return Optional.empty();
    }
    String time = minute(fields[1]) + ":" + minute(fields[0]);
    boolean anyDay = fields[2].equals("*");
    if (anyDay && fields[4].equals("*")) {
      return Optional.of(words.text("cron.daily", time));
    }
    if (anyDay && matches(WEEKDAYS, fields[4])) {
      return Optional.of(words.text("cron.weekly", weekdays(fields[4]), time));
    }
    return matches(NUMBER, fields[2]) && fields[4].equals("*")
        ? Optional.of(words.text("cron.monthly", fields[2], time))
        : Optional.empty();
  }

  private String weekdays(String field) {
    String[] ends = field.split("-");
    return ends.length == 2
        ? words.text("cron.range", weekday(ends[0]), weekday(ends[1]))
        : words.text(
            "cron.each",
            Arrays.stream(field.split(","))
                .map(this::weekday)
                .collect(Collectors.joining(words.text("cron.and"))));
  }

  /** Cron counts Sunday as 0 and as 7. */
  private String weekday(String number) {
    int day = Integer.parseInt(number);
    return DayOfWeek.of(day == 0 ? 7 : day).getDisplayName(TextStyle.FULL, locale);
  }

  private static boolean matches(Pattern shape, String field) {
    return shape.matcher(field).matches();
  }

  /** At least 1, as a step of 0 means nothing. */
  private static int step(String field) {
    return Math.max(1, Integer.parseInt(field.substring(2)));
  }

  private static String minute(String number) {
    return String.format(Locale.ROOT, "%02d", Integer.parseInt(number));
  }
}
