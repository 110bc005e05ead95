package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.operations.JobProgress;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.trainer.TrainerException;
import org.pitchwright.recommendation.trainer.TrainerHome;
import org.pitchwright.recommendation.trainer.TrainerProcess;
import org.pitchwright.recommendation.trainer.TrainingProgress;

/** Lets a trainer process learn from the data set; one that was interrupted goes on. */
@Named("recommenderTrain")
@Dependent
public class TrainStep implements Batchlet {
  static final String ARTIFACT = "artifact";

  private static final String CHECKPOINT = "checkpoint";

  /** The exit status of a process that a signal ended is this and the signal's number. */
  private static final int SIGNAL_STATUS = 128;

  @Inject
  @ConfigProperty(name = "pitchwright.trainer.home", defaultValue = "./trainer")
  private String trainerHome;

  @Inject
  @ConfigProperty(name = "pitchwright.trainer.heap-mib", defaultValue = "2048")
  private int heapMiB;

  @Inject private JobContext job;
  @Inject private TrainingData data;
  @Inject private WorkFolder work;
  @Inject private JobProgress progress;

  private volatile @Nullable TrainerProcess trainer;
  private volatile boolean stopped;

  @Override
  public String process() throws IOException, InterruptedException {
    Path dataset = data.prepare(job.getExecutionId(), job.getInstanceId());
    Path folder = work.of(job.getInstanceId());
    Path artifact = folder.resolve(ARTIFACT);
    if (ModelArtifact.isComplete(artifact)) {
      return "COMPLETED";
    }
    TrainerHome home = new TrainerHome(Path.of(trainerHome), heapMiB, work.nativeCache());
    try (TrainerProcess process =
        TrainerProcess.start(home, dataset, artifact, folder.resolve(CHECKPOINT), this::show)) {
      trainer = process;
      if (stopped) {
        process.stop();
      }
      process.await();
      return "COMPLETED";
    } catch (TrainerException e) {
      return ended(e);
    }
  }

  private void show(TrainingProgress step) {
    progress.measure(job.getExecutionId(), TrainingShare.of(step), 100, "percent");
    StringBuilder text = new StringBuilder(step.message());
    if (step.total() > 1) {
      text.append(
          String.format(Locale.ROOT, ", %d of %d %s", step.done(), step.total(), step.unit()));
    }
    step.values()
        .forEach(
            (name, value) -> text.append(String.format(Locale.ROOT, ", %s %.4f", name, value)));
    progress.say(job.getExecutionId(), text.toString());
  }

  private static String ended(TrainerException e) {
    return switch (e.reason()) {
      case STOPPED -> "STOPPED";
      case BAD_INPUT -> throw new JobFailure("The trainer refused the data: " + e.getMessage(), e);
      case FAILED -> throw new JobFailure(failure(e), e);
    };
  }

  /** What happened and what to do come first: what the process said last may be long. */
  private static String failure(TrainerException e) {
    boolean killed = e.exitStatus() > SIGNAL_STATUS;
    return (killed
            ? "The trainer process was killed by signal " + (e.exitStatus() - SIGNAL_STATUS)
            : "The trainer process failed with exit status " + e.exitStatus())
        + ". Restart the execution: it goes on at the last epoch. If it happens again, give the"
        + " machine more memory."
        + (killed ? "" : " " + e.getMessage());
  }

  @Override
  public void stop() {
    stopped = true;
    TrainerProcess running = trainer;
    if (running != null) {
      // Stopping waits for the trainer's checkpoint; who asked for it should not.
      CompletableFuture.runAsync(running::stop);
    }
  }
}
