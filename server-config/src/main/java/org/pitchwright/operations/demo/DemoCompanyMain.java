package org.pitchwright.operations.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Writes the demo company from the command line, for benchmarks. */
public final class DemoCompanyMain {
  private static final long USUAL_SEED = 42;

  private DemoCompanyMain() {}

  /**
   * Takes {@code <folder> [seed] [now]}; the seed is 42 and now is now where they are left out.
   *
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 3) {
      throw new IllegalArgumentException(
          "Usage: DemoCompanyMain <folder> [seed] [now, such as 2026-06-01T12:00:00+08:00]");
    }
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : USUAL_SEED;
    OffsetDateTime now = arguments.length > 2 ? moment(arguments[2]) : OffsetDateTime.now();
    DemoSummary summary = DemoCompany.write(Path.of(arguments[0]), seed, now);
    System.out.printf(
        "%d items, %d customers, %d events (%d of them dirty) in %s%n",
        summary.items(),
        summary.customers(),
        summary.events(),
        summary.dirtyEvents(),
        arguments[0]);
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "now must be a time with an offset such as 2026-06-01T12:00:00+08:00, not " + text, e);
    }
  }
}
