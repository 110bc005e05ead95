package org.pitchwright.operations;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens and closes the row of an execution; every job's XML names it as its listener. */
@Named
@Dependent
public class JobRunListener implements JobListener {
  private static final Logger LOG = Logger.getLogger(JobRunListener.class.getName());

  @Inject private JobContext context;
  @Inject private JobRuns runs;
  @Inject private JobProgress progress;
  @Inject private RunningJobs running;
  @Inject private JobLeases leases;
  @Inject private JobEnded ended;

  @Override
  public void beforeJob() {
    long executionId = context.getExecutionId();
    progress.begin(executionId);
    try {
      open(executionId);
    } catch (RuntimeException e) {
      progress.fail(executionId, e); // The runtime tells nobody why a job could not begin.
      throw e;
    }
  }

  private void open(long executionId) {
    JobOperator operator = BatchRuntime.getJobOperator();
    NewRun run = running.describe(operator, executionId, context.getInstanceId());
    runs.begin(run);
    runs.started(executionId);
    String lease = running.lease(run);
    leases.assign(lease, executionId);
    leases.confirm(lease);
  }

  @Override
  public void afterJob() {
    long executionId = context.getExecutionId();
    Optional<Throwable> failure = progress.failure(executionId);
    JobStatus status = status(context.getBatchStatus(), failure);
    failure.ifPresent(
        cause ->
            LOG.log(
                Level.SEVERE, "Execution " + executionId + " of " + context.getJobName(), cause));
    if (status != JobStatus.FAILED) {
      ended.close(executionId, status);
    } else if (failure.isPresent()) {
      ended.fail(executionId, failure.get());
    } else {
      ended.fail(executionId);
    }
  }

  private static JobStatus status(BatchStatus status, Optional<Throwable> failure) {
    return switch (status) {
      case STOPPING, STOPPED -> JobStatus.STOPPED;
      case FAILED, ABANDONED -> JobStatus.FAILED;
      // The runtime calls its listeners before it turns a job that came to its end into COMPLETED.
      case STARTING, STARTED, COMPLETED ->
          failure.isPresent() ? JobStatus.FAILED : JobStatus.COMPLETED;
    };
  }
}
