package org.pitchwright.recommendation.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.dataset.ColdStartSplit;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.LeaveOneOutSplit;
import org.pitchwright.recommendation.dataset.SequenceFile;
import org.pitchwright.recommendation.dataset.TrainingDataset;
import org.pitchwright.recommendation.trainer.TrainerProtocol;
import org.pitchwright.recommendation.trainer.TrainingProgress;
import picocli.CommandLine;

/**
 * Trains the recommender on a sequence file and prints how well it ranks: progress to standard
 * error, the figures to standard output, the last line as JSON.
 */
@CommandLine.Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Trains and measures the recommender on a file of sequences.")
public final class EvaluateMain implements Callable<Integer> {

  private static final String KIND = "leave-one-out:";
  private static final ObjectMapper JSON = new ObjectMapper();

  @CommandLine.Option(
      names = "--dataset",
      required = true,
      paramLabel = "leave-one-out:<file>",
      description = "Lines of user and items in the order of time; the last item is the test.")
  private String dataset = "";

  @CommandLine.Option(
      names = "--titles",
      paramLabel = "<tsv>",
      description = "Item number, any key, title, separated by tabs.")
  private @Nullable Path titles;

  @CommandLine.Option(
      names = "--config",
      paramLabel = "<file>",
      description = "JSON object of training settings that differ from the defaults.")
  private @Nullable Path config;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "<dir>",
      description = "Folder for the trained model.")
  private @Nullable Path out;

  @CommandLine.Option(
      names = "--seed",
      defaultValue = "42",
      description = "The same seed gives the same figures; default 42.")
  private long seed;

  @CommandLine.Option(
      names = "--cold-items",
      paramLabel = "<share>",
      description =
          "Takes this share of the items out of training, and measures how well they are found.")
  private @Nullable Double coldItems;

  private final PrintStream output;

  private EvaluateMain(PrintStream output) {
    this.output = output;
  }

  /** Runs the command; exit status 0, 1 for a failure, 2 for bad input. */
  public static void main(String[] arguments) {
    TorchRuntime.prepare();
    PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what libraries print must not mix with the figures
    int status = new CommandLine(new EvaluateMain(output)).execute(arguments);
    Runtime.getRuntime().halt(status);
  }

  @Override
  public Integer call() throws IOException {
    try {
      evaluate();
      return TrainerProtocol.EXIT_SUCCESS;
    } catch (DatasetException e) {
      System.err.println(e.getMessage());
      return TrainerProtocol.EXIT_BAD_INPUT;
    }
  }

  private void evaluate() throws IOException {
    long started = System.nanoTime();
    if (!dataset.startsWith(KIND)) {
      throw new DatasetException(
          "--dataset " + dataset + ": only " + KIND + "<file> is known; write it in front.");
    }
    Path file = Path.of(dataset.substring(KIND.length()));
    TrainingDataset data = SequenceFile.read(file, titles, settings());
    LeaveOneOutSplit split = LeaveOneOutSplit.ofLastEvents(data);
    if (coldItems != null) {
      split = ColdStartSplit.of(split, data.itemIds().size(), coldItems, seed);
    }
    ModelArtifact artifact = new ModelTrainer(data, split, new ConsoleListener()).train(null);
    if (out != null) {
      artifact.write(out);
    }
    print(artifact, (System.nanoTime() - started) / 1e9);
  }

  private Map<String, Object> settings() throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (config != null) {
      if (!Files.isReadable(config)) {
        throw new DatasetException(config + ": there is no such file; check the path.");
      }
      try {
        settings.putAll(
            JSON.readValue(Files.readString(config), new TypeReference<Map<String, Object>>() {}));
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        throw new DatasetException(
            config + ":" + line + ": not a JSON object: " + e.getOriginalMessage(), e);
      }
    }
    settings.put("seed", seed);
    return settings;
  }

  private void print(ModelArtifact artifact, double seconds) throws IOException {
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>(artifact.card().metrics());
    if (coldItems != null) {
      metrics.put("coldStart", metrics.remove("test"));
      metrics.put("coldStartIncludingSeen", metrics.remove("testIncludingSeen"));
    }
    Map<String, Object> figures = new LinkedHashMap<>(metrics);
    metrics.forEach((data, values) -> output.printf("%-18s %s%n", data, values));
    output.printf("blend              %s%n", artifact.card().blend());
    figures.put("seconds", Math.round(seconds * 10) / 10.0);
    figures.put("peakMemoryMiB", PeakMemory.mebibytes());
    figures.put("seed", seed);
    output.println(JSON.writeValueAsString(figures));
  }

  /** Prints progress for people. */
  private static final class ConsoleListener implements TrainingListener {

    private final long started = System.nanoTime();

    @Override
    public void progressed(TrainingProgress progress) {
      System.err.printf(
          "%6.1f s  %-11s %d/%d %s  %s %s%n",
          (System.nanoTime() - started) / 1e9,
          progress.phase(),
          progress.done(),
          progress.total(),
          progress.unit(),
          progress.message(),
          progress.values());
    }

    @Override
    public boolean stopRequested() {
      return false;
    }
  }
}
