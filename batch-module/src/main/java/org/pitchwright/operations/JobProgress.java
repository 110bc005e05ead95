package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the executions of this node have got. Steps report as often as they like; what they
 * report reaches the database at most four times a second.
 */
@ApplicationScoped
public class JobProgress {
  private static final long INTERVAL_NANOS = Duration.ofMillis(250).toNanos();

  private final Map<Long, RunTracker> trackers = new ConcurrentHashMap<>();

  @Inject private JobRuns runs;

  /** For the container's proxy. */
  public JobProgress() {}

  JobProgress(JobRuns runs) {
    this.runs = runs;
  }

  /** Says what is counted in the current step, and from where. */
  public void measure(long executionId, long done, long total, String unit) {
    tracker(executionId).measure(done, total, unit);
    show(executionId);
  }

  /** Counts further units in the current step. */
  public void advance(long executionId, long by) {
    RunTracker tracker = tracker(executionId);
    tracker.advance(by);
    if (tracker.due(INTERVAL_NANOS)) {
      show(executionId);
    }
  }

  /** Tells in a few words what is being done, or what came of it. */
  public void say(long executionId, String message) {
    RunTracker tracker = tracker(executionId);
    tracker.say(message);
    if (tracker.due(INTERVAL_NANOS)) {
      show(executionId);
    }
  }

  /** Notes why the execution fails; the first cause is the one that is shown. */
  public void fail(long executionId, Throwable cause) {
    tracker(executionId).fail(cause);
  }

  void begin(long executionId) {
    trackers.put(executionId, new RunTracker(Clock.systemUTC()));
  }

  void stepStarted(long executionId, String step) {
    tracker(executionId).stepStarted(step);
    show(executionId);
  }

  void stepFinished(long executionId, String step, JobStatus status) {
    tracker(executionId).stepFinished(step, status);
    show(executionId);
  }

  Optional<Throwable> failure(long executionId) {
    @Nullable RunTracker tracker = trackers.get(executionId);
    return Optional.ofNullable(tracker == null ? null : tracker.failure());
  }

  void end(long executionId) {
    if (trackers.containsKey(executionId)) {
      show(executionId);
      trackers.remove(executionId);
    }
  }

  private void show(long executionId) {
    RunTracker tracker = tracker(executionId);
    runs.progress(executionId, tracker.progress(), tracker.steps());
  }

  private RunTracker tracker(long executionId) {
    @Nullable RunTracker tracker = trackers.get(executionId);
    if (tracker == null) {
      throw new IllegalStateException("Execution " + executionId + " does not run on this node");
    }
    return tracker;
  }
}
