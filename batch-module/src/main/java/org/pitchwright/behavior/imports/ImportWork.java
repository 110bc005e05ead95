package org.pitchwright.behavior.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.customer.Customers;
import org.pitchwright.operations.JobCheckpoints;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.sql.Database;

/** Opens imports where they stopped, and keeps their chunks. */
@ApplicationScoped
public class ImportWork {
  static final String STEP = "import";

  @Inject private Database database;
  @Inject private Catalog catalog;
  @Inject private Customers customers;
  @Inject private ImportRuns runs;
  @Inject private JobCheckpoints checkpoints;

  /** For the container's proxy. */
  public ImportWork() {}

  ImportWork(Database database, ImportRuns runs, JobCheckpoints checkpoints) {
    this.database = database;
    this.runs = runs;
    this.checkpoints = checkpoints;
  }

  /** An import in the works. */
  record Open(
      ImportRun run,
      ImportPlan plan,
      ImportFormat<?> format,
      ImportSource source,
      ImportState state)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /**
   * Opens a file where the last committed chunk ended.
   *
   * @throws JobFailure if the file is gone
   */
  Open open(ImportRun run, long instanceId, ZoneId zone) throws IOException {
    if (!Files.isReadable(run.content())) {
      throw new JobFailure(
          "The file of import "
              + run.id()
              + " is not in this server's data directory; import it again, or restart this"
              + " execution on the server that received it");
    }
    ImportState state =
        checkpoints.load(instanceId, STEP, 0, ImportState.class).orElse(ImportState.BEGINNING);
    ImportPlan plan = ImportPlan.of(run.kind(), run.content());
    ImportFormat<?> format = format(run, plan.columns(), zone);
    return new Open(run, plan, format, new ImportSource(plan, run.content(), format, state), state);
  }

  private ImportFormat<?> format(ImportRun run, Columns columns, ZoneId zone) {
    return switch (run.kind()) {
      case EVENTS -> new EventFormat(columns, database, zone, run.id());
      case ITEMS -> new ItemFormat(columns, catalog);
      case CUSTOMERS -> new CustomerFormat(columns, customers, zone, run.createdAt());
    };
  }

  /**
   * Keeps a chunk of rows with everything that is counted about it, in the caller's transaction.
   *
   * @return the state after it
   */
  ImportState keep(Open open, ImportState before, long instanceId, List<?> rows, double seconds) {
    ImportChunk chunk = ImportChunk.of(rows);
    int written = write(open.format(), chunk.good(), open.run().dryRun());
    runs.reject(open.run().id(), chunk.refused());
    ImportState after =
        before.plus(chunk.last(), chunk.good().size(), written, chunk.reasons(), seconds);
    checkpoints.save(instanceId, STEP, 0, after);
    runs.progress(open.run().id(), after.offset(), report(open.plan(), after));
    return after;
  }

  @SuppressWarnings("unchecked") // The values come from this very format.
  private static <T> int write(ImportFormat<T> format, List<Object> values, boolean dryRun) {
    if (values.isEmpty()) {
      return 0;
    }
    return dryRun ? format.count((List<T>) values) : format.write((List<T>) values);
  }

  /** The report of an import, as far as it has got. */
  static Map<String, Object> report(ImportPlan plan, ImportState state) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("rows", state.rows());
    report.put("accepted", state.accepted());
    report.put("duplicates", state.duplicates());
    report.put("rejected", state.rejected());
    report.put("encoding", plan.layout().encoding().label());
    report.put("delimiter", plan.layout().delimiterLabel());
    report.put("columns", plan.columns().labels());
    report.put("otherColumns", plan.columns().otherLabels());
    report.put(
        "reasons",
        state.reasons().entrySet().stream()
            .map(entry -> Map.of("reason", entry.getKey(), "count", entry.getValue()))
            .toList());
    report.put("seconds", Math.round(state.seconds() * 1000) / 1000.0);
    return report;
  }
}
