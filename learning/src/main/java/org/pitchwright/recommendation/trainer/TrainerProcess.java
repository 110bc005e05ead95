package org.pitchwright.recommendation.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A training that runs as a process of its own.
 *
 * <p>{@link #await} belongs to one thread; {@link #stop} may come from any.
 */
public final class TrainerProcess implements AutoCloseable {

  private static final int STDERR_LINES = 30;
  private static final long STOP_GRACE_SECONDS = 20;

  private final Process process;
  private final Consumer<TrainingProgress> listener;
  private final LastLines errors = new LastLines(STDERR_LINES);
  private final Thread errorReader;
  private @Nullable TrainingResult result;
  private @Nullable String reportedError;
  private volatile boolean stopping;

  private TrainerProcess(Process process, Consumer<TrainingProgress> listener) {
    this.process = process;
    this.listener = listener;
    errorReader = new Thread(() -> errors.readAll(process.getErrorStream()), "trainer-stderr");
    errorReader.setDaemon(true);
    errorReader.start();
  }

  /**
   * Starts a training.
   *
   * @param home where the trainer is
   * @param dataset folder written by {@code DatasetWriter}
   * @param artifact folder for the model, made when the training succeeds
   * @param checkpoint folder of the checkpoint: a training that finds one goes on from there
   * @param listener told of every progress, on the thread that calls {@link #await}
   * @throws IOException when the process cannot be started
   */
  public static TrainerProcess start(
      TrainerHome home,
      Path dataset,
      Path artifact,
      Path checkpoint,
      Consumer<TrainingProgress> listener)
      throws IOException {
    return start(
        home,
        List.of(
            absolute(dataset),
            absolute(artifact),
            TrainerProtocol.CHECKPOINT,
            absolute(checkpoint)),
        listener);
  }

  /**
   * Starts to give a model new items.
   *
   * @param model folder of the model
   * @param newcomers data set folder with the new items
   * @param artifact folder for the larger model
   * @throws IOException when the process cannot be started
   */
  public static TrainerProcess extend(
      TrainerHome home,
      Path model,
      Path newcomers,
      Path artifact,
      Consumer<TrainingProgress> listener)
      throws IOException {
    return start(
        home,
        List.of(absolute(newcomers), absolute(artifact), TrainerProtocol.EXTEND, absolute(model)),
        listener);
  }

  private static String absolute(Path folder) {
    return folder.toAbsolutePath().toString();
  }

  private static TrainerProcess start(
      TrainerHome home, List<String> arguments, Consumer<TrainingProgress> listener)
      throws IOException {
    if (!home.isComplete()) {
      throw new IOException(
          "No trainer in " + home.libraries() + "; set pitchwright.trainer.home to its folder.");
    }
    Files.createDirectories(home.nativeCache());
    ProcessBuilder builder = new ProcessBuilder(home.command(arguments));
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("DJL_CACHE_DIR", home.nativeCache().toAbsolutePath().toString());
    return new TrainerProcess(builder.start(), listener);
  }

  /** The process id, for operators. */
  public long pid() {
    return process.pid();
  }

  /**
   * Passes progress on until the training ends.
   *
   * @return its result
   * @throws TrainerException when it ended without a model
   * @throws InterruptedException when this thread is interrupted; the trainer is then stopped
   */
  public TrainingResult await() throws TrainerException, InterruptedException {
    try {
      readOutput();
      int status = process.waitFor();
      errorReader.join(TimeUnit.SECONDS.toMillis(5));
      TrainingResult found = result;
      if (status == TrainerProtocol.EXIT_SUCCESS && found != null) {
        return found;
      }
      throw failure(status);
    } catch (IOException e) {
      throw new TrainerException(
          TrainerException.Reason.FAILED, -1, "The trainer's output cannot be read: " + e);
    } finally {
      close();
    }
  }

  private void readOutput() throws IOException, InterruptedException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Thread.interrupted()) {
          stop();
          throw new InterruptedException("The wait for the trainer was interrupted.");
        }
        take(TrainerProtocol.parse(line));
      }
    }
  }

  private void take(JsonNode line) {
    switch (line.path("type").asText()) {
      case "progress" -> listener.accept(TrainerProtocol.progress(line));
      case "result" -> result = TrainerProtocol.result(line);
      case "error" -> reportedError = line.path("message").asText();
      default -> {} // printed by a library, not ours
    }
  }

  private TrainerException failure(int status) {
    if (stopping || status == TrainerProtocol.EXIT_STOPPED) {
      return new TrainerException(
          TrainerException.Reason.STOPPED, status, "The training was stopped.");
    }
    boolean badInput = status == TrainerProtocol.EXIT_BAD_INPUT;
    String cause =
        reportedError != null
            ? reportedError
            : "The trainer ended with status %d. Its last lines: %s"
                .formatted(status, errors.text());
    return new TrainerException(
        badInput ? TrainerException.Reason.BAD_INPUT : TrainerException.Reason.FAILED,
        status,
        cause);
  }

  /** Asks the trainer to stop at its last checkpoint, and ends it when it does not. */
  public void stop() {
    stopping = true;
    try {
      OutputStream input = process.getOutputStream();
      input.write((TrainerProtocol.STOP + "\n").getBytes(StandardCharsets.US_ASCII));
      input.flush();
      if (process.waitFor(STOP_GRACE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // its input is closed: it is ending by itself, or destroyed below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** Ends the process when it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
