package org.pitchwright.recommendation.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pitchwright.operations.benchmark.AccessToken;
import org.pitchwright.operations.benchmark.CpuClock;
import org.pitchwright.operations.benchmark.LoadGenerator;
import org.pitchwright.operations.benchmark.LoadGenerator.Load;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.operations.benchmark.Spread;

/**
 * Recommendations over HTTP beside a resource that returns a constant and beside the bare call of
 * the encoder, in turns, so that whatever else the machine does falls on all of them.
 */
public final class ServingBenchmark {
  private static final double BAR = .35;
  private static final double AIM = .45;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration CHANGED_ROUND = Duration.ofSeconds(1);
  private static final double ENCODER_SECONDS = 2;
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
  private final DemoModel model;
  private final Path folder;
  private final int rounds;
  private final Path customers;
  private int begin;

  /** A measurement of one kind of request; CPU times in milliseconds for each request. */
  private record Measurement(
      Load load, double serverCpu, double databaseCpu, ServedLog.Check served) {}

  /**
   * A benchmark of a server.
   *
   * @param folder for lists and scripts
   */
  public ServingBenchmark(ServerUnderTest server, DemoModel model, Path folder, int rounds) {
    this.server = server;
    this.model = model;
    this.folder = folder;
    this.rounds = rounds;
    customers = folder.resolve("customers.txt");
  }

  /**
   * Measures and prints.
   *
   * @return whether the bar holds and every answer is in the database
   */
  public boolean run() throws IOException, InterruptedException, SQLException {
    if (!LoadGenerator.isInstalled()) {
      throw new IOException("The load generator wrk is missing: apt-get install wrk");
    }
    Files.createDirectories(folder);
    Files.write(customers, model.customers());
    LoadGenerator generator = new LoadGenerator(folder, AccessToken.of(server));
    List<Measurement> constants = new ArrayList<>();
    List<Measurement> unchanged = new ArrayList<>();
    List<Measurement> changed = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    List<Double> batched = new ArrayList<>();
    try (BareEncoder one = new BareEncoder(model.artifact(), model.histories(), 1);
        BareEncoder many = new BareEncoder(model.artifact(), model.histories(), 16)) {
      System.out.println("Warming up");
      constant(generator, WARM_UP);
      recommendations(generator, WARM_UP);
      one.rate(ENCODER_SECONDS);
      for (int round = 1; round <= rounds; round++) {
        constants.add(constant(generator, ROUND));
        unchanged.add(recommendations(generator, ROUND));
        changed.add(recommendationsAfterEvents(generator));
        single.add(one.rate(ENCODER_SECONDS));
        batched.add(many.rate(ENCODER_SECONDS) * 16);
        System.out.printf(
            Locale.ROOT,
            "round %d: constant %,.0f/s, recommendations %,.0f/s (ratio %.3f), after an event"
                + " %,.0f/s, bare encoder %,.0f/s%n",
            round,
            constants.get(round - 1).load().rate(),
            unchanged.get(round - 1).load().rate(),
            unchanged.get(round - 1).load().rate() / constants.get(round - 1).load().rate(),
            changed.get(round - 1).load().rate(),
            single.get(round - 1));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder failed", e);
    } finally {
      removeEvents();
    }
    ServingFigures.print("JAX-RS resource that returns a constant", figures(constants));
    ServingFigures.print("Recommendations, history unchanged", figures(unchanged));
    ServingFigures.print("Recommendations, each after a new event", figures(changed));
    System.out.printf(
        "Bare ONNX Runtime call, one thread: %s histories/s one by one, %s/s in calls of 16%n",
        Spread.of(single, rate -> rate).text("%,.0f"),
        Spread.of(batched, rate -> rate).text("%,.0f"));
    return judge(constants, unchanged, changed);
  }

  private boolean judge(
      List<Measurement> constants, List<Measurement> unchanged, List<Measurement> changed) {
    Spread ratio = ratio(unchanged, constants);
    System.out.println("Ratio to the constant, history unchanged: " + ratio.text("%.3f"));
    System.out.println(
        "Ratio to the constant, after a new event: " + ratio(changed, constants).text("%.3f"));
    boolean complete = true;
    for (List<Measurement> kind : List.of(unchanged, changed)) {
      long answers = kind.stream().mapToLong(round -> round.served().answers()).sum();
      long kept = kind.stream().mapToLong(round -> round.served().kept()).sum();
      System.out.printf(
          Locale.ROOT, "Answers: %,d, of which in the database: %,d%n", answers, kept);
      complete &= answers == kept;
    }
    System.out.printf(
        Locale.ROOT,
        "Bar %.2f: %s; next bar %.2f: %s; every answer kept: %s%n",
        BAR,
        ratio.median() >= BAR ? "holds" : "DOES NOT HOLD",
        AIM,
        ratio.median() >= AIM ? "holds" : "does not hold yet",
        complete ? "yes" : "NO");
    return ratio.median() >= BAR && complete;
  }

  private static Spread ratio(List<Measurement> rounds, List<Measurement> constants) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(rounds.get(i).load().rate() / constants.get(i).load().rate());
    }
    return Spread.of(ratios, ratio -> ratio);
  }

  private Measurement constant(LoadGenerator generator, Duration time)
      throws IOException, InterruptedException {
    return measure(() -> generator.run(server.url(CONSTANT), "constant.lua", time, List.of()));
  }

  private Measurement recommendations(LoadGenerator generator, Duration time)
      throws IOException, InterruptedException, SQLException {
    Path ids = folder.resolve("served.txt");
    begin += STRIDE;
    List<String> arguments = List.of(customers.toString(), Integer.toString(begin), ids.toString());
    Measurement measured =
        measure(() -> generator.run(server.url(RECOMMENDATIONS), "recommend.lua", time, arguments));
    try (Connection connection = server.connect()) {
      return new Measurement(
          measured.load(),
          measured.serverCpu(),
          measured.databaseCpu(),
          ServedLog.check(connection, ids));
    }
  }

  /**
   * A second in which hardly any customer comes twice, after a new event for each; the events are
   * written beforehand, so that their cost is not part of the figure.
   */
  private Measurement recommendationsAfterEvents(LoadGenerator generator)
      throws IOException, InterruptedException, SQLException {
    try (Connection connection = server.connect();
        PreparedStatement insert = connection.prepareStatement(NEW_EVENTS)) {
      insert.setObject(1, model.customers().toArray(String[]::new));
      insert.setString(2, Integer.toString(begin));
      insert.executeUpdate();
    }
    return recommendations(generator, CHANGED_ROUND);
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

  private void removeEvents() throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM event WHERE event_id LIKE 'benchmark-%'")) {
      delete.executeUpdate();
    }
  }

  private static ServingFigures figures(List<Measurement> rounds) {
    return new ServingFigures(
        Spread.of(rounds, round -> round.load().rate()),
        Spread.of(rounds, round -> round.load().p50()),
        Spread.of(rounds, round -> round.load().p99()),
        Spread.of(rounds, Measurement::serverCpu),
        Spread.of(rounds, Measurement::databaseCpu));
  }
}
