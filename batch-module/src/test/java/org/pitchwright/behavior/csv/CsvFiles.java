package org.pitchwright.behavior.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files for tests, and all that is read from them. */
final class CsvFiles {
  private CsvFiles() {}

  static Path utf8(Path folder, String text) throws IOException {
    return file(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String text, Charset charset) throws IOException {
    return file(folder, text.getBytes(charset));
  }

  static Path file(Path folder, byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "file", ".csv"), content);
  }

  static CsvLayout layout(Path file) throws IOException {
    return CsvLayout.detect(file, header -> 0);
  }

  /** All records after the header. */
  static List<CsvRow> rows(Path file) throws IOException {
    CsvLayout layout = layout(file);
    return rowsFrom(file, layout, layout.bodyStart(), layout.headerLine());
  }

  static List<CsvRow> rowsFrom(Path file, CsvLayout layout, long offset, long linesBefore)
      throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile csv = CsvFile.open(file, layout, offset, linesBefore)) {
      for (CsvRow row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
