package org.pitchwright.operations;

import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Shows the steps of an execution; every step names it as its listener. */
@Named
@Dependent
public class JobStepListener implements StepListener {
  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject private JobProgress progress;

  @Override
  public void beforeStep() {
    progress.stepStarted(job.getExecutionId(), step.getStepName());
  }

  @Override
  public void afterStep() {
    @Nullable Exception failure = step.getException();
    if (failure != null) {
      progress.fail(job.getExecutionId(), failure);
    }
    progress.stepFinished(
        job.getExecutionId(), step.getStepName(), status(step.getBatchStatus(), failure));
  }

  private static JobStatus status(BatchStatus status, @Nullable Exception failure) {
    return switch (status) {
      case STOPPING, STOPPED -> JobStatus.STOPPED;
      case FAILED, ABANDONED -> JobStatus.FAILED;
      case STARTING, STARTED, COMPLETED -> failure == null ? JobStatus.COMPLETED : JobStatus.FAILED;
    };
  }
}
