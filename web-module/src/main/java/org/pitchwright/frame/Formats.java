package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes times, numbers and money as the person reads them; what is absent is a dash. */
@Named("fmt")
@RequestScoped
public class Formats {
  private static final String ABSENT = "–";

  @Inject private Person person;
  @Inject private Texts texts;

  /** Date and time in the person's zone. */
  public String time(@Nullable OffsetDateTime time) {
    return time == null
        ? ABSENT
        : local(time)
            .format(DateTimeFormatter.ofPattern(texts.text("format.time"), person.getLocale()));
  }

  /** Date, time to the second, and the zone by name and offset: what a hover shows. */
  public String exactTime(@Nullable OffsetDateTime time) {
    if (time == null) {
      return "";
    }
    ZonedDateTime local = local(time);
    return local.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx"))
        + " · "
        + local.getZone().getDisplayName(TextStyle.FULL, person.getLocale());
  }

  /** A time to come as one would say it: today, tomorrow, or its weekday and date. */
  public String soon(@Nullable OffsetDateTime time) {
    if (time == null) {
      return ABSENT;
    }
    ZonedDateTime local = local(time);
    LocalDate today = LocalDate.now(person.getZone());
    String clock = local.format(DateTimeFormatter.ofPattern("HH:mm"));
    if (local.toLocalDate().equals(today)) {
      return texts.text("soon.today", clock);
    }
    if (local.toLocalDate().equals(today.plusDays(1))) {
      return texts.text("soon.tomorrow", clock);
    }
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern(texts.text("format.weekday"), person.getLocale());
    return texts.text("soon.day", local.format(day), clock);
  }

  /** A day of the calendar. */
  public String day(@Nullable LocalDate day) {
    return day == null
        ? ABSENT
        : day.format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(person.getLocale()));
  }

  /** Day and month alone, for the axis of a chart. */
  public String shortDay(LocalDate day) {
    return day.format(
        DateTimeFormatter.ofPattern(texts.text("format.shortDay"), person.getLocale()));
  }

  /** A count or any other number, with the grouping of the language. */
  public String number(@Nullable Number value) {
    return value == null ? ABSENT : NumberFormat.getNumberInstance(locale()).format(value);
  }

  /** A number with exactly so many decimals. */
  public String decimal(@Nullable Number value, int decimals) {
    if (value == null) {
      return ABSENT;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** A share of one as a percentage with one decimal. */
  public String percent(@Nullable Number share) {
    if (share == null) {
      return ABSENT;
    }
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  /** An amount with its currency. */
  public String money(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount == null) {
      return ABSENT;
    }
    if (currency == null) {
      return number(amount);
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }

  /** A size in binary units. */
  public String bytes(long size) {
    String[] units = {"B", "KiB", "MiB", "GiB"};
    double value = size;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return decimal(value, unit == 0 || value >= 100 ? 0 : 1) + " " + units[unit];
  }

  /** A length of time between two moments, up to now where the second is open. */
  public String between(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
    if (from == null) {
      return ABSENT;
    }
    OffsetDateTime end = to == null ? OffsetDateTime.now(from.getOffset()) : to;
    return duration(Duration.between(from, end).toSeconds());
  }

  /** Seconds as a clock reads them: 0:42, 12:05, 3:07:21. */
  public String duration(long seconds) {
    long shown = Math.max(0, seconds);
    long hours = shown / 3600;
    long minutes = shown / 60 % 60;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, shown % 60)
        : String.format(Locale.ROOT, "%d:%02d", minutes, shown % 60);
  }

  private ZonedDateTime local(OffsetDateTime time) {
    return time.atZoneSameInstant(person.getZone());
  }

  private Locale locale() {
    return person.getLocale();
  }
}
