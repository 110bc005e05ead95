package org.pitchwright.behavior.imports;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.csv.CsvFile;
import org.pitchwright.behavior.csv.CsvRow;
import org.pitchwright.behavior.csv.RecordFault;

/** The rows of a file as values of its kind, from a checkpoint on. */
final class ImportSource implements AutoCloseable {
  private final CsvFile rows;
  private final ImportFormat<?> format;

  ImportSource(ImportPlan plan, Path file, ImportFormat<?> format, ImportState state)
      throws IOException {
    this.format = format;
    if (format.remembers() && state.offset() > 0) {
      plan.replay(file, state, format);
    }
    rows = plan.open(file, state);
  }

  /** The next row; null at the end of the file. */
  @Nullable ImportRow next() throws IOException {
    @Nullable CsvRow row = rows.next();
    return row == null ? null : judge(row);
  }

  private ImportRow judge(CsvRow row) {
    @Nullable RecordFault fault = row.fault();
    String @Nullable [] fields = row.fields();
    if (fault != null || fields == null) {
      RecordFault cause = fault == null ? RecordFault.MALFORMED_LINE : fault;
      return refused(row, cause.name(), cause.detail());
    }
    try {
      return new ImportRow(row.lastLine(), row.end(), format.read(fields), null);
    } catch (RowRefused e) {
      return refused(row, e.reason(), e.detail());
    }
  }

  private static ImportRow refused(CsvRow row, String reason, String detail) {
    return new ImportRow(
        row.lastLine(),
        row.end(),
        null,
        new ImportRow.Rejection(row.line(), reason, detail, row.text()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
