package org.pitchwright.operations.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a batch job.
 *
 * @param id of the run
 * @param job name of the job
 * @param status a {@code jakarta.batch.runtime.BatchStatus}
 * @param progress how far it is, if it says so
 * @param exitStatus the job's own word on how it ended, if any
 * @param error why it failed and what to do, if it did
 */
public record Execution(
    long id,
    String job,
    String status,
    @Nullable Progress progress,
    @Nullable String exitStatus,
    @Nullable String error) {

  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  /** Whether nothing more happens to this run. */
  @JsonIgnore
  public boolean isOver() {
    return FINAL.contains(status);
  }

  /** Whether all its work was done. */
  @JsonIgnore
  public boolean isCompleted() {
    return status.equals("COMPLETED");
  }

  /** Why the run failed, or what it last said about itself; empty where it said nothing. */
  @JsonIgnore
  public String lastMessage() {
    if (error != null) {
      return error;
    }
    return progress == null || progress.message() == null ? "" : progress.message();
  }
}
