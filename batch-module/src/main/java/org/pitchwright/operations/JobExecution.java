package org.pitchwright.operations;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job, as it stands now.
 *
 * @param instanceId the same for an execution and all its restarts
 * @param restartOf the execution that this one continues
 * @param node the server that runs it
 * @param resumes whether it ended before its time and goes on by itself as a further execution
 * @param error why it failed or was interrupted, for a person to read; null if neither
 */
public record JobExecution(
    long id,
    String job,
    JobStatus status,
    Progress progress,
    List<JobStep> steps,
    Map<String, String> parameters,
    String startedBy,
    OffsetDateTime startedAt,
    OffsetDateTime updatedAt,
    @Nullable OffsetDateTime finishedAt,
    @Nullable String error,
    @Nullable Long restartOf,
    long instanceId,
    String node,
    boolean resumes) {

  /**
   * How far an execution has got.
   *
   * @param total 0 while it is not known
   * @param unit what is counted, for example {@code rows}
   */
  public record Progress(long done, long total, String unit, String message) {}
}
