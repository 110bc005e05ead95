package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.trainer.TrainerProcess;

/** Lets a trainer process learn from the data set; one that was interrupted goes on. */
@Named("recommenderTrain")
@Dependent
public class TrainStep implements Batchlet {
  static final String ARTIFACT = "artifact";

  private static final String CHECKPOINT = "checkpoint";

  @Inject private JobContext job;
  @Inject private TrainingData data;
  @Inject private WorkFolder work;
  @Inject private TrainerRun trainer;

  @Override
  public String process() throws IOException, InterruptedException {
    Path dataset = data.prepare(job.getExecutionId(), job.getInstanceId());
    Path folder = work.of(job.getInstanceId());
    Path artifact = folder.resolve(ARTIFACT);
    if (ModelArtifact.isComplete(artifact)) {
      return "COMPLETED";
    }
    boolean trained =
        trainer.run(
            job.getExecutionId(),
            "it goes on at the last epoch",
            (home, listener) ->
                TrainerProcess.start(
                    home, dataset, artifact, folder.resolve(CHECKPOINT), listener));
    return trained ? "COMPLETED" : "STOPPED";
  }

  @Override
  public void stop() {
    trainer.stop();
  }
}
