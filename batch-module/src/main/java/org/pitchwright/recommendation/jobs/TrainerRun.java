package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.recommendation.trainer.TrainerException;
import org.pitchwright.recommendation.trainer.TrainerHome;
import org.pitchwright.recommendation.trainer.TrainerProcess;
import org.pitchwright.recommendation.trainer.TrainingProgress;

/** A trainer process that works for a step: shows its progress, stops it, says why it failed. */
@Dependent
public class TrainerRun {
  /** The exit status of a process that a signal ended is this and the signal's number. */
  private static final int SIGNAL_STATUS = 128;

  @Inject
  @ConfigProperty(name = "pitchwright.trainer.home", defaultValue = "./trainer")
  private String trainerHome;

  @Inject
  @ConfigProperty(name = "pitchwright.trainer.heap-mib", defaultValue = "2048")
  private int heapMiB;

  @Inject private WorkFolder work;
  @Inject private JobProgress progress;

  private volatile @Nullable TrainerProcess trainer;
  private volatile boolean stopped;

  /** Starts the process. */
  @FunctionalInterface
  interface Start {
    TrainerProcess start(TrainerHome home, Consumer<TrainingProgress> listener) throws IOException;
  }

  /**
   * Runs the process to its end.
   *
   * @param afterRestart what a restart of the execution would do, for the message of a failure
   * @return whether it did its work; false if it was stopped
   * @throws JobFailure if it failed, or refused the data
   */
  boolean run(long executionId, String afterRestart, Start start)
      throws IOException, InterruptedException {
    TrainerHome home = new TrainerHome(Path.of(trainerHome), heapMiB, work.nativeCache());
    try (TrainerProcess process = start.start(home, step -> show(executionId, step))) {
      trainer = process;
      if (stopped) {
        process.stop();
      }
      process.await();
      return true;
    } catch (TrainerException e) {
      return switch (e.reason()) {
        case STOPPED -> false;
        case BAD_INPUT ->
            throw new JobFailure("The trainer refused the data: " + e.getMessage(), e);
        case FAILED -> throw new JobFailure(failure(e, afterRestart), e);
      };
    }
  }

  private void show(long executionId, TrainingProgress step) {
    progress.measure(executionId, TrainingShare.of(step), 100, "percent");
    StringBuilder text = new StringBuilder(step.message());
    if (step.total() > 1) {
      text.append(
          String.format(Locale.ROOT, ", %d of %d %s", step.done(), step.total(), step.unit()));
    }
    step.values()
        .forEach(
            (name, value) -> text.append(String.format(Locale.ROOT, ", %s %.4f", name, value)));
    progress.say(executionId, text.toString());
  }

  /** What happened and what to do come first: what the process said last may be long. */
  private static String failure(TrainerException e, String afterRestart) {
    boolean killed = e.exitStatus() > SIGNAL_STATUS;
    return (killed
            ? "The trainer process was killed by signal " + (e.exitStatus() - SIGNAL_STATUS)
            : "The trainer process failed with exit status " + e.exitStatus())
        + ". Restart the execution: "
        + afterRestart
        + ". If it happens again, give the machine more memory."
        + (killed ? "" : " " + e.getMessage());
  }

  /** Asks the process to stop; who asks need not wait for it. */
  void stop() {
    stopped = true;
    TrainerProcess running = trainer;
    if (running != null) {
      CompletableFuture.runAsync(running::stop);
    }
  }
}
