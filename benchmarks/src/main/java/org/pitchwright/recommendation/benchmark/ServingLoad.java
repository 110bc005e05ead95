package org.pitchwright.recommendation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.pitchwright.operations.benchmark.AccessToken;
import org.pitchwright.operations.benchmark.CpuClock;
import org.pitchwright.operations.benchmark.LoadGenerator;
import org.pitchwright.operations.benchmark.LoadGenerator.Load;
import org.pitchwright.operations.benchmark.ServerUnderTest;

/** Sends rounds of requests to a server, and measures each. */
final class ServingLoad implements AutoCloseable {
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration CHANGED_ROUND = Duration.ofSeconds(1);

  /** How many customers further each round begins. */
  private static final int STRIDE = 701;

  private static final String CONSTANT = "api/v1/benchmark/constant";
  private static final String RECOMMENDATIONS = "api/v1/recommendations";

  private static final String NEW_EVENTS =
      "INSERT INTO event (event_id, type, customer_id, item_id, at) SELECT 'benchmark-' ||"
          + " gen_random_uuid(), 'VIEW', c.customer_id, i.item_id, now()"
          + " FROM unnest(?::text[]) WITH ORDINALITY c (customer_id, n)"
          + " JOIN (SELECT item_id, row_number() OVER (ORDER BY md5(item_id || ?)) AS n,"
          + " count(*) OVER () AS items FROM item) i ON i.n = c.n % i.items + 1";

  private final ServerUnderTest server;
  private final List<String> customers;
  private final Path folder;
  private final Path customerFile;
  private final LoadGenerator generator;
  private int begin;

  /**
   * A load for a server.
   *
   * @param folder for lists and scripts
   */
  ServingLoad(ServerUnderTest server, List<String> customers, Path folder)
      throws IOException, InterruptedException {
    if (!LoadGenerator.isInstalled()) {
      throw new IOException("The load generator wrk is missing: apt-get install wrk");
    }
    this.server = server;
    this.customers = customers;
    this.folder = folder;
    customerFile = folder.resolve("customers.txt");
    Files.createDirectories(folder);
    Files.write(customerFile, customers);
    generator = new LoadGenerator(folder, AccessToken.of(server));
  }

  /** Requests of the resource that returns a constant. */
  Measurement constant() throws IOException, InterruptedException {
    return measure(() -> generator.run(server.url(CONSTANT), "constant.lua", ROUND, List.of()));
  }

  /** Requests for customers of whom nothing new is known. */
  Measurement recommendations() throws IOException, InterruptedException, SQLException {
    return recommendations(ROUND);
  }

  /** Lets the server see everybody's new events, so that nothing is new afterwards. */
  void settle() throws IOException, InterruptedException, SQLException {
    long answers = 0;
    while (answers < customers.size()) {
      Measurement round = recommendations(CHANGED_ROUND);
      begin += (int) round.load().requests() - STRIDE; // Goes on where the round ended.
      answers += round.load().requests();
    }
  }

  /**
   * A second in which hardly any customer comes twice, after a new event for each; the events are
   * written beforehand, so that their cost is not part of the figure.
   */
  Measurement recommendationsAfterEvents() throws IOException, InterruptedException, SQLException {
    try (Connection connection = server.connect();
        PreparedStatement insert = connection.prepareStatement(NEW_EVENTS)) {
      insert.setObject(1, customers.toArray(String[]::new));
      insert.setString(2, Integer.toString(begin));
      insert.executeUpdate();
    }
    return recommendations(CHANGED_ROUND);
  }

  private Measurement recommendations(Duration time)
      throws IOException, InterruptedException, SQLException {
    begin += STRIDE;
    List<String> arguments = List.of(customerFile.toString(), Integer.toString(begin));
    try (Connection connection = server.connect()) {
      OffsetDateTime start = ServedLog.now(connection);
      Measurement measured =
          measure(
              () -> generator.run(server.url(RECOMMENDATIONS), "recommend.lua", time, arguments));
      return measured.with(ServedLog.since(connection, start, measured.load().requests()));
    }
  }

  /** A second of requests, each of whose answers is looked for by its id. */
  ServedLog.Check identified() throws IOException, InterruptedException, SQLException {
    Path ids = folder.resolve("served.txt");
    begin += STRIDE;
    List<String> arguments =
        List.of(customerFile.toString(), Integer.toString(begin), ids.toString());
    generator.run(server.url(RECOMMENDATIONS), "recommend.lua", CHANGED_ROUND, arguments);
    try (Connection connection = server.connect()) {
      return ServedLog.check(connection, ids);
    }
  }

  @FunctionalInterface
  private interface Run {
    Load run() throws IOException, InterruptedException;
  }

  private Measurement measure(Run run) throws IOException, InterruptedException {
    CpuClock serverClock = server.serverClock();
    CpuClock databaseClock = server.databaseClock();
    Duration serverBefore = serverClock.read();
    Duration databaseBefore = databaseClock.read();
    Load load = run.run();
    Duration serverUsed = serverClock.read().minus(serverBefore);
    Duration databaseUsed = databaseClock.read().minus(databaseBefore);
    return new Measurement(
        load,
        serverUsed.toNanos() / 1e6 / load.requests(),
        databaseUsed.toNanos() / 1e6 / load.requests(),
        ServedLog.Check.NOTHING);
  }

  /** Takes the events out of the database that were written for the rounds. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM event WHERE event_id LIKE 'benchmark-%'")) {
      delete.executeUpdate();
    }
  }
}
