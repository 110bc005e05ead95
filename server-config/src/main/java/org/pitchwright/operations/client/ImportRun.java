package org.pitchwright.operations.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bulk import.
 *
 * @param id of the import
 * @param kind what is imported: {@code events}, {@code items} or {@code customers}
 * @param status as for a job's run
 * @param progress how far it is, if it says so
 * @param report what became of the rows, once it is over
 * @param error why the file as a whole could not be imported, if it could not
 */
public record ImportRun(
    String id,
    @Nullable String kind,
    @Nullable String status,
    @Nullable Progress progress,
    @Nullable Report report,
    @Nullable String error) {

  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  /**
   * What became of the rows.
   *
   * @param rows read
   * @param accepted stored as new
   * @param duplicates that were stored before
   * @param rejected with a reason
   * @param encoding of the file, as it was recognised
   * @param delimiter between the columns, as it was recognised
   * @param columns meaning of each column by its name in the file
   * @param reasons for rejection with their counts
   * @param seconds that the import took
   */
  public record Report(
      long rows,
      long accepted,
      long duplicates,
      long rejected,
      @Nullable String encoding,
      @Nullable String delimiter,
      @Nullable Map<String, Object> columns,
      @Nullable List<Reason> reasons,
      double seconds) {}

  /**
   * Why rows were rejected.
   *
   * @param reason for a person
   * @param count of rows
   */
  public record Reason(String reason, long count) {}

  /** Whether nothing more happens to this import. */
  @JsonIgnore
  public boolean isOver() {
    return status != null && FINAL.contains(status);
  }

  /** Whether the whole file was read. */
  @JsonIgnore
  public boolean isCompleted() {
    return "COMPLETED".equals(status);
  }

  /** Why the import failed, or what it last said about itself; empty where it said nothing. */
  @JsonIgnore
  public String lastMessage() {
    if (error != null) {
      return error;
    }
    return progress == null || progress.message() == null ? "" : progress.message();
  }
}
