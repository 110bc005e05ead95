package org.pitchwright.recommendation.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/**
 * What scoring costs without a server: the bare call of ONNX Runtime, and {@link
 * RecommenderModel#scores}, which adds the product with all item vectors, the other parts and their
 * standard scores. Microseconds for one call of a batch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@NullUnmarked // JMH fills the fields before it measures.
public class ScoringBenchmark {
  private static final String FOLDER = "pitchwright.benchmark.model";

  /** Histories in one call. */
  @Param({"1", "16"})
  public int batch;

  private RecommenderModel model;
  private BareEncoder encoder;
  private List<List<History>> batches;
  private int next;

  /** Loads the model. */
  @Setup(Level.Trial)
  public void load() throws IOException, OrtException {
    Path folder = Path.of(System.getProperty(FOLDER));
    List<int[]> histories = DemoModel.histories(folder);
    model = RecommenderModel.load(folder);
    encoder = new BareEncoder(ModelArtifact.read(folder), histories, batch);
    batches = new ArrayList<>();
    for (int start = 0; start + batch <= histories.size(); start += batch) {
      batches.add(histories.subList(start, start + batch).stream().map(History::of).toList());
    }
  }

  /** Gives the native memory back. */
  @TearDown(Level.Trial)
  public void close() throws OrtException {
    encoder.close();
    model.close();
  }

  /** The encoder alone. */
  @Benchmark
  public float[][] encodeBare() throws OrtException {
    return encoder.encode();
  }

  /** The scores of all items. */
  @Benchmark
  public float[][] score() {
    next = (next + 1) % batches.size();
    return model.scores(batches.get(next));
  }

  /**
   * Runs both, each in a JVM of its own.
   *
   * @param folder where {@link DemoModel#write} left a model
   */
  public static void run(Path folder) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ScoringBenchmark.class.getName())
                .jvmArgsAppend("-D" + FOLDER + "=" + folder.toAbsolutePath(), "-Xmx1g")
                .build())
        .run();
  }
}
