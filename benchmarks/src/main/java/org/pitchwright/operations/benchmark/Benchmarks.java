package org.pitchwright.operations.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.pitchwright.behavior.benchmark.IngestionBenchmark;
import org.pitchwright.recommendation.benchmark.DemoModel;
import org.pitchwright.recommendation.benchmark.ExplanationBenchmark;
import org.pitchwright.recommendation.benchmark.LargeCatalogueBenchmark;
import org.pitchwright.recommendation.benchmark.ScoringBenchmark;
import org.pitchwright.recommendation.benchmark.ServingBenchmark;
import org.pitchwright.recommendation.benchmark.TrainingBenchmark;

/**
 * Runs the benchmarks that are named: {@code serving}, {@code ingestion}, {@code explanations},
 * {@code scoring}, or {@code all}; {@code training} is run when it is named alone, with a sequence
 * file in the system property {@code pitchwright.benchmark.sequences}, and {@code large}, with the
 * demo that the others have filled. The system property {@code pitchwright.home} names the built
 * checkout, {@code pitchwright.benchmark.rounds} how often each measurement is repeated. Exit
 * status 1 where a bar does not hold.
 */
public final class Benchmarks {
  private static final String TRAINING = "training";
  private static final String LARGE = "large";
  private static final List<String> KNOWN =
      List.of("serving", "ingestion", "explanations", "scoring", "all", TRAINING, LARGE);

  private Benchmarks() {}

  /** Runs them. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException, RunnerException {
    List<String> wanted = arguments.length == 0 ? List.of("all") : List.of(arguments);
    if (!KNOWN.containsAll(wanted)) {
      System.err.println("The benchmarks are " + String.join(", ", KNOWN) + ", not " + wanted);
      System.exit(2);
    }
    System.exit(run(wanted) ? 0 : 1);
  }

  private static boolean run(List<String> wanted)
      throws IOException, InterruptedException, SQLException, RunnerException {
    Path home = Path.of(System.getProperty("pitchwright.home", "")).toAbsolutePath().normalize();
    Path work = home.resolve("benchmarks/target/benchmark");
    Path data =
        Path.of(System.getProperty("pitchwright.benchmark.data", work.resolve("data").toString()));
    int rounds = Integer.getInteger("pitchwright.benchmark.rounds", 5);
    if (wanted.contains(TRAINING)) {
      Path sequences = Path.of(System.getProperty("pitchwright.benchmark.sequences", ""));
      return new TrainingBenchmark(
              home, sequences.toAbsolutePath(), work.resolve("training"), rounds)
          .run();
    }
    if (wanted.contains(LARGE)) {
      return new LargeCatalogueBenchmark(home, work, rounds).run(data.toAbsolutePath());
    }
    boolean holds = true;
    try (ServerUnderTest server = ServerUnderTest.start(home, work, data.toAbsolutePath())) {
      DemoModel model = DemoModel.read(server);
      model.write(work.resolve("model"));
      if (isWanted("serving", wanted)) {
        Path folder = work.resolve("serving");
        holds &= new ServingBenchmark(server, model, folder, rounds, ServingBenchmark.BAR).run();
      }
      if (isWanted("ingestion", wanted)) {
        holds &= new IngestionBenchmark(server, work.resolve("ingestion"), rounds).run();
      }
      if (isWanted("explanations", wanted)) {
        holds &= new ExplanationBenchmark(server, model).run();
      }
    }
    if (isWanted("scoring", wanted)) {
      ScoringBenchmark.run(work.resolve("model"));
    }
    return holds;
  }

  private static boolean isWanted(String name, List<String> wanted) {
    return wanted.contains("all") || wanted.contains(name);
  }
}
