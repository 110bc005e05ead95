package org.pitchwright.operations;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a job takes.
 *
 * @param name as in {@code --param name=value}
 * @param kind what its values look like
 * @param defaultValue taken where none is given; null if the job decides, or if it is {@code
 *     required}
 * @param minimum least value of a number, null for none
 * @param maximum greatest value of a number, null for none
 */
public record JobParameter(
    String name,
    Kind kind,
    @Nullable String defaultValue,
    boolean required,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum) {

  /** What the values of a parameter look like. */
  public enum Kind {
    INTEGER,
    DECIMAL,
    BOOLEAN,
    TIME_ZONE,
    UUID
  }

  /** A whole number between two bounds, both allowed. */
  public static JobParameter integer(
      String name, @Nullable String defaultValue, long minimum, long maximum) {
    return new JobParameter(
        name,
        Kind.INTEGER,
        defaultValue,
        false,
        BigDecimal.valueOf(minimum),
        BigDecimal.valueOf(maximum));
  }

  /** A number between two bounds, both allowed. */
  public static JobParameter decimal(
      String name, @Nullable String defaultValue, String minimum, String maximum) {
    return new JobParameter(
        name, Kind.DECIMAL, defaultValue, false, new BigDecimal(minimum), new BigDecimal(maximum));
  }

  /** {@code true} or {@code false}. */
  public static JobParameter flag(String name, boolean defaultValue) {
    return new JobParameter(name, Kind.BOOLEAN, Boolean.toString(defaultValue), false, null, null);
  }

  /** The IANA name of a time zone. */
  public static JobParameter timeZone(String name, String defaultValue) {
    return new JobParameter(name, Kind.TIME_ZONE, defaultValue, false, null, null);
  }

  /** A UUID that must be given. */
  public static JobParameter uuid(String name) {
    return new JobParameter(name, Kind.UUID, null, true, null, null);
  }

  /** What is wrong with a value and how to mend it; empty if it can be taken. */
  public Optional<String> complaint(String value) {
    return switch (kind) {
      case INTEGER -> number(value, true);
      case DECIMAL -> number(value, false);
      case BOOLEAN ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of(name + " must be true or false, not " + value);
      case TIME_ZONE -> timeZone(value);
      case UUID -> uuidComplaint(value);
    };
  }

  private Optional<String> number(String value, boolean whole) {
    try {
      BigDecimal number = new BigDecimal(value);
      boolean fits =
          (minimum == null || number.compareTo(minimum) >= 0)
              && (maximum == null || number.compareTo(maximum) <= 0)
              && (!whole || number.stripTrailingZeros().scale() <= 0);
      return fits ? Optional.empty() : Optional.of(numberRule(whole) + ", not " + value);
    } catch (NumberFormatException e) {
      return Optional.of(numberRule(whole) + ", not " + value);
    }
  }

  private String numberRule(boolean whole) {
    return name
        + (whole ? " must be a whole number from " : " must be a number from ")
        + minimum
        + " to "
        + maximum;
  }

  private Optional<String> timeZone(String value) {
    try {
      ZoneId.of(value);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(name + " must be a time zone such as Asia/Shanghai, not " + value);
    }
  }

  private Optional<String> uuidComplaint(String value) {
    try {
      UUID.fromString(value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(name + " must be a UUID, not " + value);
    }
  }
}
