package org.pitchwright.recommendation.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.benchmark.Spread;

/**
 * How long a training takes beside a PyTorch script that pads, on the same sequence file and the
 * same cores, in turns: both until they have reached the same NDCG@10 on the validation cases.
 */
public final class TrainingBenchmark {
  private static final double BAR = 5;

  /** Both must come near to what ours ends with. */
  private static final double GOAL = .97;

  private static final int EPOCHS = 32;
  private static final String RIVAL = "padded_sasrec.py";
  private static final Pattern EPOCH =
      Pattern.compile("\\s*([0-9.]+) s\\s+SEQUENCE .*ndcg@10=([0-9.E-]+).*");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Path dataset;
  private final Path folder;
  private final int rounds;

  /** Seconds since the start, and the NDCG@10 that was measured then. */
  private record Point(double seconds, double ndcg) {}

  /**
   * A benchmark.
   *
   * @param home the built checkout
   * @param dataset a sequence file
   * @param folder for the rival's script
   */
  public TrainingBenchmark(Path home, Path dataset, Path folder, int rounds) {
    this.home = home;
    this.dataset = dataset;
    this.folder = folder;
    this.rounds = rounds;
  }

  /**
   * Measures and prints.
   *
   * @return whether the bar holds
   */
  public boolean run() throws IOException, InterruptedException {
    Path script = script();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<Point> ours = ours();
      double goal = GOAL * ours.get(ours.size() - 1).ndcg();
      List<Point> theirs = theirs(script, goal);
      double quick = reached(ours, goal);
      double slow = reached(theirs, goal);
      Point last = theirs.get(theirs.size() - 1);
      System.out.printf(
          Locale.ROOT,
          "round %d: validation NDCG@10 of %.4f after %.0f s; PyTorch padded %s%n",
          round,
          goal,
          quick,
          Double.isInfinite(slow)
              ? "not at all (%.4f after %.0f s)".formatted(last.ndcg(), last.seconds())
              : "after %.0f s".formatted(slow));
      ratios.add((Double.isInfinite(slow) ? last.seconds() : slow) / quick);
    }
    Spread ratio = Spread.of(ratios, value -> value);
    System.out.println("Training, times as fast: " + ratio.text("%.1f"));
    boolean holds = ratio.median() >= BAR;
    System.out.printf(Locale.ROOT, "Bar %.0f: %s%n", BAR, holds ? "holds" : "DOES NOT HOLD");
    return holds;
  }

  private Path script() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(RIVAL);
    try (InputStream content = TrainingBenchmark.class.getResourceAsStream(RIVAL)) {
      if (content == null) {
        throw new IOException("The class path has no " + RIVAL);
      }
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  /** The whole command, with the start of its JVM and its measuring. */
  private List<Point> ours() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            home.resolve("pitchwright").toString(),
            "evaluate",
            "--dataset",
            "leave-one-out:" + dataset);
    List<Point> points = new ArrayList<>();
    for (String line : lines(command)) {
      Matcher epoch = EPOCH.matcher(line);
      if (epoch.matches()) {
        points.add(
            new Point(Double.parseDouble(epoch.group(1)), Double.parseDouble(epoch.group(2))));
      }
    }
    return points;
  }

  /** The training alone, without its measuring. */
  private List<Point> theirs(Path script, double goal) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "/usr/bin/python3",
            script.toString(),
            dataset.toString(),
            Integer.toString(EPOCHS),
            Double.toString(goal));
    List<Point> points = new ArrayList<>();
    for (String line : lines(command)) {
      if (line.startsWith("{")) {
        JsonNode epoch = JSON.readTree(line);
        points.add(new Point(epoch.path("seconds").asDouble(), epoch.path("ndcg").asDouble()));
      }
    }
    return points;
  }

  private static double reached(List<Point> points, double goal) {
    for (Point point : points) {
      if (point.ndcg() >= goal) {
        return point.seconds();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static List<String> lines(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    Process process = builder.start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      @Nullable String line = output.readLine();
      while (line != null) {
        lines.add(line);
        line = output.readLine();
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(
          command
              + " failed: "
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }
    return lines;
  }
}
