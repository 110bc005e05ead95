package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes an execution: its last progress, its row, its lease; then tells whoever waits for it.
 *
 * <p>What ended because the database was away cannot be closed while it is still away: it is
 * remembered and closed once the database answers again. An execution that failed by such a passing
 * trouble is marked to be continued, as one whose server died.
 */
@ApplicationScoped
public class JobEnded {
  private static final Logger LOG = Logger.getLogger(JobEnded.class.getName());

  @Inject private JobRuns runs;
  @Inject private JobProgress progress;
  @Inject private RunningJobs running;
  @Inject private JobLeases leases;
  @Inject private Event<JobExecution> finished;

  private final Map<Long, End> open = new ConcurrentHashMap<>();

  /** How an execution ended. */
  private record End(JobStatus status, @Nullable String error, boolean passing) {}

  /** Closes an execution of this node as what it came to. */
  void close(long executionId, JobStatus status) {
    close(executionId, new End(status, null, false));
  }

  /** Closes an execution of this node as failed, for this reason. */
  void fail(long executionId, Throwable cause) {
    close(executionId, new End(JobStatus.FAILED, FailureText.of(cause), PassingTrouble.is(cause)));
  }

  /** Closes an execution of this node as failed; nobody knows why. */
  void fail(long executionId) {
    String error = "The batch runtime ended the job without naming a cause; see the server log.";
    close(executionId, new End(JobStatus.FAILED, error, false));
  }

  private void close(long executionId, End end) {
    if (open.putIfAbsent(executionId, end) == null) {
      attempt(executionId, end);
    }
  }

  /** Whether the execution has ended and only its closing waits for the database. */
  boolean waits(long executionId) {
    return open.containsKey(executionId);
  }

  /** Closes what could not be closed before. */
  void closeLate() {
    open.forEach(this::attempt);
  }

  private synchronized void attempt(long executionId, End end) {
    try {
      progress.end(executionId);
      boolean closed = finish(executionId, end);
      running.remove(executionId).ifPresent(leases::release);
      open.remove(executionId);
      if (closed) {
        runs.find(executionId).ifPresent(finished::fire);
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Execution " + executionId + " has ended; that is noted once the database answers",
          e);
    }
  }

  private boolean finish(long executionId, End end) {
    if (end.passing() && !exhausted(executionId)) {
      return runs.interrupted(executionId, end.error() + " That happens by itself this time.");
    }
    return runs.finish(executionId, end.status(), end.error());
  }

  private boolean exhausted(long executionId) {
    return runs.find(executionId)
        .map(execution -> runs.restartsBy(JobRecovery.ACTOR, execution.instanceId()))
        .map(restarts -> restarts >= JobRecovery.MAX_RESTARTS)
        .orElse(true);
  }
}
