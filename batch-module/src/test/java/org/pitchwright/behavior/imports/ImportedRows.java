package org.pitchwright.behavior.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.sql.Database;

/** What the import of events makes of a file, without a database. */
final class ImportedRows {
  private static final UUID IMPORT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private ImportedRows() {}

  static List<ImportRow> events(String text) throws IOException {
    return events(text, ImportState.BEGINNING);
  }

  static List<ImportRow> events(String text, ImportState from) throws IOException {
    Path file = Files.createTempFile("events", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      ImportPlan plan = ImportPlan.of(ImportKind.EVENTS, file);
      EventFormat format =
          new EventFormat(plan.columns(), new Database(), ZoneId.of("Asia/Shanghai"), IMPORT);
      List<ImportRow> rows = new ArrayList<>();
      try (ImportSource source = new ImportSource(plan, file, format, from)) {
        for (ImportRow row = source.next(); row != null; row = source.next()) {
          rows.add(row);
        }
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }

  /** The only event of a file that has one good row. */
  static EventDraft event(String text) throws IOException {
    List<ImportRow> rows = events(text);
    if (rows.size() != 1 || rows.get(0).value() == null) {
      throw new AssertionError("Not one good row: " + rows);
    }
    return (EventDraft) rows.get(0).value();
  }

  /** The reason of the only row of a file. */
  static ImportRow.Rejection rejection(String text) throws IOException {
    List<ImportRow> rows = events(text);
    if (rows.size() != 1 || rows.get(0).rejection() == null) {
      throw new AssertionError("Not one refused row: " + rows);
    }
    return rows.get(0).rejection();
  }
}
