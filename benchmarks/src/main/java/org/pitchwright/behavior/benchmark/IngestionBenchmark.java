package org.pitchwright.behavior.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.operations.benchmark.Spread;

/**
 * {@code pitchwright import events} beside {@code \copy} of the same file into a table of the same
 * shape, with as many rows in it before, in turns.
 */
public final class IngestionBenchmark {
  private static final double BAR = .30;
  private static final int ROWS = 200_000;
  private static final String PREFIX = "benchmark";

  private final ServerUnderTest server;
  private final Path folder;
  private final int rounds;

  private record Round(double importRate, double copyRate) {
    double ratio() {
      return importRate / copyRate;
    }
  }

  /**
   * A benchmark of a server.
   *
   * @param folder for the files that are imported
   */
  public IngestionBenchmark(ServerUnderTest server, Path folder, int rounds) {
    this.server = server;
    this.folder = folder;
    this.rounds = rounds;
  }

  /**
   * Measures and prints.
   *
   * @return whether the bar holds
   */
  public boolean run() throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    Copy copy = Copy.of(server);
    System.out.printf(Locale.ROOT, "%,d events a round; COPY by %s%n", ROWS, copy);
    List<Round> results = new ArrayList<>();
    try {
      execute(
          "DROP TABLE IF EXISTS event_copy",
          "CREATE TABLE event_copy (LIKE event INCLUDING ALL)",
          "INSERT INTO event_copy OVERRIDING SYSTEM VALUE SELECT * FROM event",
          "SELECT setval(pg_get_serial_sequence('event_copy', 'id'), max(id)) FROM event_copy",
          "VACUUM ANALYZE event",
          "VACUUM ANALYZE event_copy");
      for (int round = 0; round <= rounds; round++) {
        Round result = measure(round, copy);
        System.out.printf(
            Locale.ROOT,
            "%s: import %,.0f rows/s, COPY %,.0f rows/s, ratio %.3f%n",
            round == 0 ? "warm-up" : "round " + round,
            result.importRate(),
            result.copyRate(),
            result.ratio());
        if (round > 0) {
          results.add(result);
        }
      }
    } finally {
      execute(
          "DROP TABLE IF EXISTS event_copy",
          "DELETE FROM event WHERE event_id LIKE '" + PREFIX + "-%'",
          "VACUUM event");
    }
    return judge(results);
  }

  private static boolean judge(List<Round> results) {
    Spread ratio = Spread.of(results, Round::ratio);
    System.out.println("Import, rows/s: " + Spread.of(results, Round::importRate).text("%,.0f"));
    System.out.println("COPY, rows/s: " + Spread.of(results, Round::copyRate).text("%,.0f"));
    System.out.println("Ratio: " + ratio.text("%.3f"));
    System.out.printf(
        Locale.ROOT, "Bar %.2f: %s%n", BAR, ratio.median() >= BAR ? "holds" : "DOES NOT HOLD");
    return ratio.median() >= BAR;
  }

  /** Who goes first changes with each round. */
  private Round measure(int round, Copy copy)
      throws IOException, InterruptedException, SQLException {
    Path file = folder.resolve("events.csv");
    String prefix = PREFIX + "-" + Long.toString(System.currentTimeMillis(), 36);
    List<String> columns = EventFile.write(server.demoFile("events.csv"), file, ROWS, prefix);
    double copied = round % 2 == 0 ? copy.seconds(file, columns) : 0;
    double imported = importSeconds(file);
    if (round % 2 != 0) {
      copied = copy.seconds(file, columns);
    }
    requireRows("event", prefix);
    requireRows("event_copy", prefix);
    return new Round(ROWS / imported, ROWS / copied);
  }

  /** The whole command counts, from the start of its JVM to its report. */
  private double importSeconds(Path file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process command =
        server
            .command(List.of("import", "events", file.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (command.waitFor() != 0) {
      throw new IOException("The import failed: " + output);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void requireRows(String table, String prefix) throws SQLException {
    try (Connection connection = server.connect();
        Statement count = connection.createStatement();
        ResultSet row =
            count.executeQuery(
                "SELECT count(*) FROM " + table + " WHERE event_id LIKE '" + prefix + "-%'")) {
      row.next();
      if (row.getLong(1) != ROWS) {
        throw new IllegalStateException(
            "Table " + table + " got " + row.getLong(1) + " of " + ROWS + " rows");
      }
    }
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
