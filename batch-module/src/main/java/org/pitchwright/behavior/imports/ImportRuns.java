package org.pitchwright.behavior.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.sql.Database;

/** The tables {@code import_run} and {@code import_reject}, within the caller's transaction. */
@ApplicationScoped
public class ImportRuns {
  @Inject private Database database;

  /** For the container's proxy. */
  public ImportRuns() {}

  ImportRuns(Database database) {
    this.database = database;
  }

  /** Remembers a file that came in. */
  public void insert(ImportRun run) {
    database.update(
        "INSERT INTO import_run (id, kind, file_name, content_path, content_hash, size_bytes,"
            + " dry_run, status, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)",
        run.id(),
        run.kind().name(),
        run.fileName(),
        run.content().toString(),
        run.hash(),
        run.sizeBytes(),
        run.dryRun(),
        run.createdBy());
  }

  public Optional<ImportRun> find(UUID id) {
    return database.first("SELECT * FROM import_run WHERE id = ?", ImportRuns::read, id);
  }

  /** The latest imports, newest first. */
  public List<ImportRun> recent(int limit) {
    return database.list(
        "SELECT * FROM import_run ORDER BY created_at DESC LIMIT ?", ImportRuns::read, limit);
  }

  /** The file is being read by an execution. */
  public void running(UUID id, long executionId) {
    database.update(
        "UPDATE import_run SET status = 'RUNNING', execution_id = ?, error = NULL,"
            + " finished_at = NULL WHERE id = ?",
        executionId,
        id);
  }

  /** How far the file is read. */
  public void progress(UUID id, long bytesDone, Map<String, Object> report) {
    database.update(
        "UPDATE import_run SET bytes_done = ?, report = ? WHERE id = ?",
        bytesDone,
        JsonMapConverter.jsonb(Json.write(report)),
        id);
  }

  /** The execution has ended; a later one may go on. */
  public void ended(UUID id, String status, @Nullable String error) {
    database.update(
        "UPDATE import_run SET status = ?, error = ?, finished_at = now() WHERE id = ?",
        status,
        error,
        id);
  }

  /** Keeps refused rows. */
  public void reject(UUID id, List<ImportRow.Rejection> rejections) {
    if (rejections.isEmpty()) {
      return;
    }
    String sql =
        "INSERT INTO import_reject (import_id, line, reason, detail, content)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    database.run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (ImportRow.Rejection rejection : rejections) {
              insert.setObject(1, id);
              insert.setLong(2, rejection.line());
              insert.setString(3, rejection.reason());
              insert.setString(4, rejection.detail());
              insert.setString(5, rejection.content());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  /** Refused rows in the order of the file, those after the given line. */
  public List<RejectedRow> rejects(UUID id, long afterLine, int limit) {
    return database.list(
        "SELECT line, reason, detail, content FROM import_reject WHERE import_id = ? AND line > ?"
            + " ORDER BY line LIMIT ?",
        row ->
            new RejectedRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
        id,
        afterLine,
        limit);
  }

  private static ImportRun read(ResultSet row) throws SQLException {
    return new ImportRun(
        row.getObject("id", UUID.class),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("file_name"),
        Path.of(row.getString("content_path")),
        row.getString("content_hash"),
        row.getLong("size_bytes"),
        row.getBoolean("dry_run"),
        row.getString("status"),
        row.getObject("execution_id", Long.class),
        row.getLong("bytes_done"),
        Json.readMap(row.getString("report")),
        row.getString("error"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("finished_at", OffsetDateTime.class));
  }
}
