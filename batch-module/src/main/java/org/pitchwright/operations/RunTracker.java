package org.pitchwright.operations;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one execution that runs on this node, shared by the threads of its partitions.
 */
final class RunTracker {
  private final Clock clock;
  private final List<JobStep> steps = new ArrayList<>();
  private long done;
  private long total;
  private String unit = "";
  private String message = "";
  private long shownAt = Long.MIN_VALUE;
  private @Nullable Throwable failure;

  RunTracker(Clock clock) {
    this.clock = clock;
  }

  synchronized void stepStarted(String name) {
    message = "";
    steps.add(new JobStep(name, JobStatus.STARTED, OffsetDateTime.now(clock), null, 0));
  }

  synchronized void stepFinished(String name, JobStatus status) {
    steps.replaceAll(
        step ->
            step.name().equals(name) && step.finishedAt() == null
                ? new JobStep(name, status, step.startedAt(), OffsetDateTime.now(clock), done)
                : step);
  }

  /** What is counted from now on; the share that is done never shrinks before a person's eyes. */
  synchronized void measure(long newDone, long newTotal, String newUnit) {
    double shown = total > 0 ? (double) done / total : 0;
    done = Math.max(newDone, (long) Math.floor(shown * newTotal));
    total = newTotal;
    unit = newUnit;
  }

  synchronized void advance(long by) {
    done = total > 0 ? Math.min(total, done + by) : done + by;
  }

  synchronized void say(String text) {
    message = text;
  }

  /** Keeps the first failure: those that follow are its consequences. */
  synchronized void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  synchronized @Nullable Throwable failure() {
    return failure;
  }

  /** Whether enough time has passed since the last showing; if so, this one counts as shown. */
  synchronized boolean due(long minimumNanos) {
    long now = System.nanoTime();
    if (shownAt != Long.MIN_VALUE && now - shownAt < minimumNanos) {
      return false;
    }
    shownAt = now;
    return true;
  }

  synchronized JobExecution.Progress progress() {
    return new JobExecution.Progress(done, total, unit, message);
  }

  synchronized List<JobStep> steps() {
    return List.copyOf(steps);
  }
}
