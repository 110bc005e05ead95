package org.pitchwright.recommendation.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Writes the data set that the trainer learns from. */
@Named("recommenderPrepare")
@Dependent
public class PrepareStep extends AbstractBatchlet {
  @Inject private JobContext job;
  @Inject private TrainingData data;
  @Inject private WorkFolder work;

  @Override
  public String process() throws IOException {
    work.discardForgotten();
    data.prepare(job.getExecutionId(), job.getInstanceId());
    return "COMPLETED";
  }
}
