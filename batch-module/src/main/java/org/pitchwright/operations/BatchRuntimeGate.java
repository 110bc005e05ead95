package org.pitchwright.operations;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionIsRunningException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** The way into the container's batch runtime, for executions whose lease this node holds. */
@ApplicationScoped
public class BatchRuntimeGate {
  private static final Logger LOG = Logger.getLogger(BatchRuntimeGate.class.getName());

  @Inject private RunningJobs running;
  @Inject private JobRuns runs;
  @Inject private JobLeases leases;

  /**
   * Starts or restarts an execution and notes that it begins; gives the lease back if it cannot.
   */
  long launch(String lease, ToLongFunction<JobOperator> starter) {
    JobOperator operator = BatchRuntime.getJobOperator();
    running.hold(lease);
    try {
      long id = starter.applyAsLong(operator);
      leases.assign(lease, id);
      runs.begin(running.describe(operator, id, operator.getJobInstance(id).getInstanceId()));
      return id;
    } catch (BatchRuntimeException e) {
      running.letGo(lease);
      leases.release(lease);
      throw refused(lease, e);
    }
  }

  private static ProblemException refused(String lease, BatchRuntimeException cause) {
    LOG.log(Level.WARNING, "The batch runtime refused to run " + lease, cause);
    return new ProblemException(
        ProblemKind.CONFLICT,
        "The batch runtime refused to run " + lease + ": " + FailureText.of(cause));
  }

  /** Asks an execution of this node to stop at its next checkpoint. */
  void stop(long executionId) {
    try {
      BatchRuntime.getJobOperator().stop(executionId);
    } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
      LOG.log(Level.FINE, "Execution " + executionId + " ended before it could be stopped", e);
    }
  }

  /** Tells the batch runtime that an execution is given up. */
  void abandon(long executionId) {
    try {
      BatchRuntime.getJobOperator().abandon(executionId);
    } catch (JobExecutionIsRunningException | NoSuchJobExecutionException e) {
      // After a crash the runtime believes for ever that the execution runs; our own row decides.
      LOG.log(Level.FINE, "The batch runtime keeps execution " + executionId, e);
    }
  }

  /** Whether the runtime says that the execution has ended. */
  boolean ended(long executionId) {
    BatchStatus status =
        BatchRuntime.getJobOperator().getJobExecution(executionId).getBatchStatus();
    return status == BatchStatus.COMPLETED
        || status == BatchStatus.FAILED
        || status == BatchStatus.STOPPED
        || status == BatchStatus.ABANDONED;
  }
}
