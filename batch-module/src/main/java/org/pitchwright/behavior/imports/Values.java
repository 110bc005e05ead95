package org.pitchwright.behavior.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;

/** Texts of a file as values; what is no such value is refused with the reason. */
final class Values {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final int SECONDS_DIGITS = 11;
  private static final int MILLIS_DIGITS = 14;
  private static final int DATE_DIGITS = 8;
  private static final int MAX_SCALE = 100;

  /** A date, perhaps a time of day, perhaps an offset in one of its three ISO spellings. */
  private static final DateTimeFormatter WRITTEN_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-M-d[ H:mm[:ss]]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Values() {}

  /**
   * A time: ISO 8601 with offset; seconds or milliseconds since 1970; or a date, with or without a
   * time of day, by the wall clock of the zone.
   */
  static OffsetDateTime time(String text, ZoneId zone) throws RowRefused {
    try {
      char first = text.charAt(0);
      if (text.length() == DATE_DIGITS && (first == '1' || first == '2') && digits(text)) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
            .atStartOfDay(zone)
            .toOffsetDateTime();
      }
      if (numeric(text)) {
        return epoch(text);
      }
      if (text.endsWith("Z") && text.indexOf('T') > 0) {
        return OffsetDateTime.parse(text); // What most files hold, by the faster parser.
      }
      return written(text.replace('T', ' ').replace('/', '-'), zone);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new RowRefused(
          "INVALID_TIME",
          "The time "
              + shortened(text)
              + " does not exist or is not understood; write 2026-11-01T10:00:00Z,"
              + " 2026-11-01 10:00:00, or seconds or milliseconds since 1970");
    }
  }

  private static OffsetDateTime written(String text, ZoneId zone) {
    TemporalAccessor found =
        WRITTEN_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (found instanceof OffsetDateTime exact) {
      return exact;
    }
    return found instanceof LocalDateTime wallClock
        ? wallClock.atZone(zone).toOffsetDateTime()
        : ((LocalDate) found).atStartOfDay(zone).toOffsetDateTime();
  }

  private static OffsetDateTime epoch(String text) {
    int point = text.indexOf('.');
    int whole = (point < 0 ? text.length() : point) - (text.charAt(0) == '-' ? 1 : 0);
    if (whole > MILLIS_DIGITS) {
      throw new DateTimeException("more digits than a time in milliseconds has");
    }
    if (point < 0) {
      long number = Long.parseLong(text);
      return at(
          whole <= SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
    BigDecimal number = new BigDecimal(text);
    BigDecimal millis = whole <= SECONDS_DIGITS ? number.multiply(THOUSAND) : number;
    return at(Instant.ofEpochMilli(millis.longValue()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean numeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = c >= '0' && c <= '9' || c == '.' || c == '-' && i == 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Double decimal(String column, @Nullable String text) throws RowRefused {
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text).doubleValue(); // Stricter than Double: no 5f, 0x1p3 or NaN.
    } catch (NumberFormatException e) {
      throw notNumber(column, text);
    }
  }

  static @Nullable BigDecimal money(String column, @Nullable String text) throws RowRefused {
    if (text == null) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.scale() <= MAX_SCALE) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notNumber(column, text);
    }
    throw notNumber(column, text); // Written out in full, it would fill the memory.
  }

  static @Nullable Integer integer(String column, @Nullable String text) throws RowRefused {
    @Nullable Long number = whole(column, text);
    if (number == null) {
      return null;
    }
    if (number != number.intValue()) {
      throw notNumber(column, String.valueOf(text));
    }
    return number.intValue();
  }

  static @Nullable Long whole(String column, @Nullable String text) throws RowRefused {
    if (text == null) {
      return null;
    }
    try {
      return text.indexOf('.') < 0
          ? Long.valueOf(text)
          : Long.valueOf(new BigDecimal(text).longValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new RowRefused(
          "INVALID_NUMBER", column + " must be a whole number, not " + shortened(text));
    }
  }

  private static RowRefused notNumber(String column, String text) {
    return new RowRefused(
        "INVALID_NUMBER",
        column + " must be a number with a point for decimals, not " + shortened(text));
  }

  static @Nullable Map<String, Object> object(String column, @Nullable String text)
      throws RowRefused {
    if (text == null) {
      return null;
    }
    try {
      if (text.contains("\\u0000")) {
        throw new IllegalArgumentException("it holds the NUL character");
      }
      return Json.readMap(text);
    } catch (IllegalArgumentException e) {
      throw new RowRefused(
          "INVALID_JSON",
          column + " must be a JSON object such as {\"color\":\"red\"}: " + e.getMessage());
    }
  }

  static boolean flag(String column, @Nullable String text, boolean missing) throws RowRefused {
    if (text == null) {
      return missing;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1", "on", "是" -> true;
      case "false", "f", "no", "n", "0", "off", "否" -> false;
      default ->
          throw new RowRefused(
              "INVALID_VALUE", column + " must be true or false, not " + shortened(text));
    };
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
