package org.pitchwright.behavior.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.operations.JobCheckpoints;
import org.pitchwright.sql.Database;
import org.pitchwright.testing.OneConnection;
import org.pitchwright.testing.TestDatabase;

/** Chunks of an import on a real PostgreSQL; a crash takes the open one with it. */
class InterruptedImportTest {
  private static final int CHUNK = 7;
  private static final int ROWS = 100;

  @TempDir private Path folder;

  private final DataSource database = TestDatabase.migrated();
  private Path file;

  @BeforeEach
  void ratingsOfWhichSomeAreBadAndSomeStandTwice() throws IOException {
    StringBuilder text = new StringBuilder("user_id,item_id,rating,time\n");
    for (int i = 0; i < ROWS; i++) {
      String time = i % 10 == 9 ? "never" : "2026-01-01";
      text.append("c-%d,i-%d,%s,%s\n".formatted(i % 5, i % 3, i % 20 == 4 ? "\"5" : "5", time));
    }
    file = Files.writeString(folder.resolve("ratings.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void givesTheSameRowsAndTheSameReportWhereverItWasInterrupted() throws Exception {
    ImportState undisturbed = run(1, Integer.MAX_VALUE);
    List<String> ids = eventIds();

    ImportState interrupted = run(2, 3);

    assertThat(interrupted.rows()).isEqualTo(undisturbed.rows()).isEqualTo(ROWS);
    assertThat(interrupted.reasons()).isEqualTo(undisturbed.reasons());
    assertThat(interrupted.accepted()).as("known from the first import").isZero();
    assertThat(interrupted.duplicates()).isEqualTo(undisturbed.accepted());
    assertThat(eventIds()).isEqualTo(ids);
    assertThat(count("import_reject")).isEqualTo(2 * undisturbed.rejected());
  }

  @Test
  void acceptsEachRowOnceThoughEveryChunkIsInterrupted() throws Exception {
    ImportState state = run(1, 1);

    assertThat(state.accepted()).isEqualTo(count("event"));
    assertThat(state.duplicates()).isZero();
    assertThat(state.rejected()).isEqualTo(count("import_reject"));
    assertThat(state.accepted() + state.rejected()).isEqualTo(ROWS);
  }

  /** Imports with a crash after every so many chunks, in the midst of the next one. */
  private ImportState run(long instance, int chunksUntilCrash) throws Exception {
    UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) instance});
    boolean finished = false;
    ImportState state = ImportState.BEGINNING;
    try (OneConnection connection = new OneConnection(database)) {
      Database transaction = new Database(connection.dataSource());
      ImportRuns runs = new ImportRuns(transaction);
      ImportWork work = new ImportWork(transaction, runs, new JobCheckpoints(transaction));
      runs.insert(imported(id));
      connection.commit();
      while (!finished) {
        try (ImportWork.Open open =
            work.open(runs.find(id).orElseThrow(), instance, ZoneOffset.UTC)) {
          state = open.state();
          for (int chunk = 0; chunk < chunksUntilCrash && !finished; chunk++) {
            List<ImportRow> rows = rows(open);
            finished = rows.isEmpty();
            if (!finished) {
              state = work.keep(open, state, instance, rows, 0);
              connection.commit();
            }
          }
          List<ImportRow> lost = rows(open);
          if (!lost.isEmpty()) {
            work.keep(open, state, instance, lost, 0);
          }
          connection.crash();
        }
      }
    }
    return state;
  }

  private static List<ImportRow> rows(ImportWork.Open open) throws IOException {
    List<ImportRow> rows = new ArrayList<>();
    while (rows.size() < CHUNK) {
      ImportRow row = open.source().next();
      if (row == null) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  private ImportRun imported(UUID id) throws IOException {
    return new ImportRun(
        id,
        ImportKind.EVENTS,
        "ratings.csv",
        file,
        "sha256:0",
        Files.size(file),
        false,
        "RECEIVED",
        null,
        0,
        Map.of(),
        null,
        "test",
        OffsetDateTime.now(ZoneOffset.UTC),
        null);
  }

  private List<String> eventIds() {
    return new Database(database)
        .list("SELECT event_id FROM event ORDER BY 1", row -> row.getString(1));
  }

  private long count(String table) throws SQLException {
    return new Database(database)
        .first("SELECT count(*) FROM " + table, row -> row.getLong(1))
        .orElse(0L);
  }
}
