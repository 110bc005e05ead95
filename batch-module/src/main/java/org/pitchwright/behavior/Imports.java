package org.pitchwright.behavior;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pitchwright.behavior.imports.ImportInbox;
import org.pitchwright.behavior.imports.ImportJob;
import org.pitchwright.behavior.imports.ImportKind;
import org.pitchwright.behavior.imports.ImportRun;
import org.pitchwright.behavior.imports.ImportRuns;
import org.pitchwright.behavior.imports.RejectedRow;
import org.pitchwright.operations.JobExecution;
import org.pitchwright.operations.Jobs;
import org.pitchwright.problem.ProblemException;

/** Files of events, items or customers, imported in bulk. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED) // The job that is started here must see the import's row.
public class Imports {
  private static final int MAX_LIMIT = 200;
  private static final int PAGE = 1_000;

  @Inject private ImportInbox inbox;
  @Inject private ImportRuns runs;
  @Inject private Jobs jobs;

  /** What was made of a file that came in: the import, and the job execution that reads it. */
  public record Received(UUID importId, long executionId) {}

  /**
   * Takes a file in and starts to import it. When this returns, the file is on disk and the import
   * survives a crash of the server.
   *
   * @param kind {@code events}, {@code items} or {@code customers}
   * @param fileName shown to people, never used as a path
   * @param dryRun whether to check everything and keep nothing but the report
   * @throws ProblemException if there is no such kind, or the file is empty or too large
   */
  public Received receive(
      String kind, String fileName, InputStream content, boolean dryRun, String by) {
    return receive(kind, fileName, content, dryRun, "UTC", by);
  }

  /**
   * As {@link #receive(String, String, InputStream, boolean, String)}.
   *
   * @param timeZone of times in the file that state none
   */
  public Received receive(
      String kind,
      String fileName,
      InputStream content,
      boolean dryRun,
      String timeZone,
      String by) {
    ImportKind known =
        ImportKind.of(kind)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/kind", "kind must be events, items or customers, not " + kind));
    ImportRun run = inbox.take(known, fileName, content, dryRun, by);
    JobExecution execution =
        jobs.start(
            ImportJob.NAME, Map.of("importId", run.id().toString(), "timeZone", timeZone), by);
    return new Received(run.id(), execution.id());
  }

  /**
   * An import as it stands now.
   *
   * @throws ProblemException if there is none with this id
   */
  public ImportRun run(UUID id) {
    return runs.find(id).orElseThrow(() -> ProblemException.notFound("import", id));
  }

  /** The latest imports, newest first; at most 200. */
  public List<ImportRun> recent(int limit) {
    return runs.recent(Math.max(1, Math.min(limit, MAX_LIMIT)));
  }

  /** The first refused rows of an import, in the order of the file; at most 200. */
  public List<RejectedRow> rejects(UUID id, int limit) {
    return rejects(id, 0, limit);
  }

  /** Refused rows of an import after the given line, in the order of the file; at most 200. */
  public List<RejectedRow> rejects(UUID id, long afterLine, int limit) {
    return runs.rejects(run(id).id(), afterLine, Math.max(1, Math.min(limit, MAX_LIMIT)));
  }

  /** Writes all refused rows of an import as CSV: line, reason, detail, content. */
  public void writeRejects(UUID id, OutputStream out) {
    ImportRun run = run(id);
    try {
      // The writer flushes the stream and leaves closing it to the caller, who opened it.
      CsvWriter csv =
          CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord("line", "reason", "detail", "content");
      List<RejectedRow> page = runs.rejects(run.id(), 0, PAGE);
      while (!page.isEmpty()) {
        for (RejectedRow row : page) {
          csv.writeRecord(Long.toString(row.line()), row.reason(), row.detail(), row.content());
        }
        page = runs.rejects(run.id(), page.get(page.size() - 1).line(), PAGE);
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The refused rows could not be written", e);
    }
  }
}
