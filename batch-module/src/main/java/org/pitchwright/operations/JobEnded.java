package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Closes an execution: its last progress, its row, its lease; then tells whoever waits for it. */
@ApplicationScoped
public class JobEnded {
  @Inject private JobRuns runs;
  @Inject private JobProgress progress;
  @Inject private RunningJobs running;
  @Inject private JobLeases leases;
  @Inject private Event<JobExecution> finished;

  /** Closes an execution of this node. */
  void close(long executionId, JobStatus status, @Nullable String error) {
    progress.end(executionId);
    boolean closed = runs.finish(executionId, status, error);
    running.remove(executionId).ifPresent(leases::release);
    if (closed) {
      runs.find(executionId).ifPresent(finished::fire);
    }
  }
}
