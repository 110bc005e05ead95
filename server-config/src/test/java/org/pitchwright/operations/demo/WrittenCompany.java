package org.pitchwright.operations.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A demo company read back from its files, each row by the names of its header. */
record WrittenCompany(
    List<Map<String, String>> items,
    List<Map<String, String>> customers,
    List<Map<String, String>> events) {
  static final long SEED = 42;
  static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-01T12:00:00+08:00");

  private static WrittenCompany usual;

  /** The company of {@link #SEED} and {@link #NOW}, generated once for all tests. */
  static synchronized WrittenCompany usual() {
    if (usual == null) {
      try {
        Path folder = Files.createTempDirectory("demo-company");
        DemoCompany.write(folder, SEED, NOW);
        usual = read(folder);
        for (String name : List.of("items.csv", "customers.csv", "events.csv", "")) {
          Files.delete(folder.resolve(name));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return usual;
  }

  static WrittenCompany read(Path folder) throws IOException {
    return new WrittenCompany(
        rows(folder.resolve("items.csv")),
        rows(folder.resolve("customers.csv")),
        rows(folder.resolve("events.csv")));
  }

  /** Rows with too few fields miss their last columns; further fields are called "excess". */
  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      for (CsvRecord record : csv) {
        if (header.isEmpty()) {
          header.addAll(record.getFields());
          continue;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
          row.put(i < header.size() ? header.get(i) : "excess", record.getField(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
