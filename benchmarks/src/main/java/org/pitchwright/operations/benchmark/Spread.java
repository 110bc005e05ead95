package org.pitchwright.operations.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The middle and the ends of figures that were measured several times. */
public record Spread(double median, double least, double most) {
  /**
   * The spread of what is read from each measurement.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <T> Spread of(List<T> measurements, ToDoubleFunction<T> figure) {
    double[] values = measurements.stream().mapToDouble(figure).sorted().toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    int middle = values.length / 2;
    double median =
        values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return new Spread(median, values[0], Arrays.stream(values).max().orElse(median));
  }

  /** For example {@code 1,234 (1,100 … 1,300)}, each number in the given format. */
  public String text(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + " … " + format + ")", median, least, most);
  }
}
