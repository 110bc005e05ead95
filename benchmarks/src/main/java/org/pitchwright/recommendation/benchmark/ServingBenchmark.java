package org.pitchwright.recommendation.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.operations.benchmark.Spread;

/**
 * Recommendations over HTTP beside a resource that returns a constant and beside the bare call of
 * the encoder, in turns, so that whatever else the machine does falls on all of them.
 */
public final class ServingBenchmark {
  /** Requests/s against the constant's that must be reached with the demo. */
  public static final double BAR = .45;

  /** Until then the JVM has compiled what is called; a busy machine gives up after a time. */
  private static final long WARM_REQUESTS = 60_000;

  private static final Duration WARM_PATIENCE = Duration.ofMinutes(10);
  private static final double ENCODER_SECONDS = 2;

  private final ServerUnderTest server;
  private final DemoModel model;
  private final Path folder;
  private final int rounds;
  private final double bar;

  /**
   * A benchmark of a server.
   *
   * @param folder for lists and scripts
   * @param bar requests/s against the constant's that must be reached
   */
  public ServingBenchmark(
      ServerUnderTest server, DemoModel model, Path folder, int rounds, double bar) {
    this.server = server;
    this.model = model;
    this.folder = folder;
    this.rounds = rounds;
    this.bar = bar;
  }

  /**
   * Measures and prints.
   *
   * @return whether the bar holds and every answer is in the database
   */
  public boolean run() throws IOException, InterruptedException, SQLException {
    List<Measurement> constants = new ArrayList<>();
    List<Measurement> unchanged = new ArrayList<>();
    List<Measurement> changed = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    List<Double> batched = new ArrayList<>();
    ServedLog.Check identified = ServedLog.Check.NOTHING;
    try (ServingLoad load = new ServingLoad(server, model.customers(), folder);
        BareEncoder one = new BareEncoder(model.artifact(), model.histories(), 1);
        BareEncoder many = new BareEncoder(model.artifact(), model.histories(), 16)) {
      warmUp(load);
      one.rate(ENCODER_SECONDS);
      for (int round = 1; round <= rounds; round++) {
        constants.add(load.constant());
        load.settle();
        unchanged.add(load.recommendations());
        changed.add(load.recommendationsAfterEvents());
        identified = identified.plus(load.identified());
        single.add(one.rate(ENCODER_SECONDS));
        batched.add(many.rate(ENCODER_SECONDS) * 16);
        System.out.printf(
            Locale.ROOT,
            "round %d: constant %,.0f/s, recommendations %,.0f/s (ratio %.3f), after an event"
                + " %,.0f/s, bare encoder %,.0f/s%n",
            round,
            constants.get(round - 1).rate(),
            unchanged.get(round - 1).rate(),
            unchanged.get(round - 1).rate() / constants.get(round - 1).rate(),
            changed.get(round - 1).rate(),
            single.get(round - 1));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder failed", e);
    }
    ServingFigures.print("JAX-RS resource that returns a constant", figures(constants));
    ServingFigures.print("Recommendations, history unchanged", figures(unchanged));
    ServingFigures.print("Recommendations, each after a new event", figures(changed));
    System.out.printf(
        "Bare ONNX Runtime call, one thread: %s histories/s one by one, %s/s in calls of 16%n",
        Spread.of(single, rate -> rate).text("%,.0f"),
        Spread.of(batched, rate -> rate).text("%,.0f"));
    return judge(constants, unchanged, changed) & judge(identified);
  }

  private static void warmUp(ServingLoad load)
      throws IOException, InterruptedException, SQLException {
    long deadline = System.nanoTime() + WARM_PATIENCE.toNanos();
    long constants = 0;
    long recommendations = 0;
    while (Math.min(constants, recommendations) < WARM_REQUESTS && System.nanoTime() < deadline) {
      constants += load.constant().load().requests();
      recommendations += load.recommendations().load().requests();
      recommendations += load.recommendationsAfterEvents().load().requests();
    }
    System.out.printf(
        Locale.ROOT,
        "Warm after %,d constants and %,d recommendations%n",
        constants,
        recommendations);
  }

  private boolean judge(
      List<Measurement> constants, List<Measurement> unchanged, List<Measurement> changed) {
    Spread ratio = ratio(unchanged, constants);
    System.out.println("Ratio to the constant, history unchanged: " + ratio.text("%.3f"));
    System.out.println(
        "Ratio to the constant, after a new event: " + ratio(changed, constants).text("%.3f"));
    List<ServedLog.Check> served =
        Stream.concat(unchanged.stream(), changed.stream()).map(Measurement::served).toList();
    ServedLog.Check counted =
        served.stream().reduce(ServedLog.Check.NOTHING, ServedLog.Check::plus);
    boolean complete = served.stream().allMatch(ServedLog.Check::complete);
    System.out.printf(
        Locale.ROOT,
        "Answers: %,d; kept in the meantime, with those that were not waited for: %,d%n",
        counted.answers(),
        counted.kept());
    System.out.printf(
        Locale.ROOT,
        "Bar %.2f: %s; every answer kept: %s%n",
        bar,
        ratio.median() >= bar ? "holds" : "DOES NOT HOLD",
        complete ? "yes" : "NO");
    return ratio.median() >= bar && complete;
  }

  private static boolean judge(ServedLog.Check identified) {
    System.out.printf(
        Locale.ROOT,
        "Answers looked for by their ids: %,d, found: %,d%n",
        identified.answers(),
        identified.kept());
    return identified.complete() && identified.answers() > 0;
  }

  private static Spread ratio(List<Measurement> rounds, List<Measurement> constants) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(rounds.get(i).rate() / constants.get(i).rate());
    }
    return Spread.of(ratios, ratio -> ratio);
  }

  private static ServingFigures figures(List<Measurement> rounds) {
    return new ServingFigures(
        Spread.of(rounds, Measurement::rate),
        Spread.of(rounds, round -> round.load().p50()),
        Spread.of(rounds, round -> round.load().p99()),
        Spread.of(rounds, Measurement::serverCpu),
        Spread.of(rounds, Measurement::databaseCpu));
  }
}
