package org.pitchwright.behavior.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.csv.CsvFile;
import org.pitchwright.behavior.csv.CsvLayout;
import org.pitchwright.behavior.csv.CsvRow;
import org.pitchwright.behavior.csv.UnreadableFileException;

/** How a file is written and what its columns hold. */
record ImportPlan(CsvLayout layout, Columns columns) {
  private static final List<String> RATINGS = List.of("customer_id", "item_id", "rating", "at");
  private static final List<String> BEHAVIOR =
      List.of("customer_id", "item_id", "category", "type", "at");

  /**
   * Finds out how a file is to be read.
   *
   * @throws UnreadableFileException if it cannot be; the message names what is missing
   */
  static ImportPlan of(ImportKind kind, Path file) throws IOException {
    CsvLayout layout = CsvLayout.detect(file, header -> Columns.of(kind, header).known());
    Columns columns = Columns.of(kind, layout.header());
    if (kind == ImportKind.EVENTS && columns.known() == 0) {
      layout = layout.withoutHeader(namesOfRows(layout.header()));
      columns = Columns.of(kind, layout.header());
    }
    require(kind, columns, layout);
    return new ImportPlan(layout, columns);
  }

  /** Public data sets without a header: ratings of four columns, shop behaviour of five. */
  private static List<String> namesOfRows(List<String> first) {
    List<String> names = first.size() == BEHAVIOR.size() ? BEHAVIOR : RATINGS;
    String last = first.get(first.size() - 1).strip();
    if (first.size() != names.size() || last.isEmpty() || !Character.isDigit(last.charAt(0))) {
      throw new UnreadableFileException(
          "No column of the first line is known: "
              + Values.shortened(String.join(", ", first))
              + ". Begin the file with a header such as event_id,type,customer_id,item_id,at");
    }
    return names;
  }

  private static void require(ImportKind kind, Columns columns, CsvLayout layout) {
    switch (kind) {
      case EVENTS -> {
        requireOne(columns, layout, "customer_id", "session_id");
        requireOne(columns, layout, "at");
        requireOne(columns, layout, "type", "rating");
      }
      case ITEMS -> {
        requireOne(columns, layout, "item_id");
        requireOne(columns, layout, "title");
      }
      case CUSTOMERS -> requireOne(columns, layout, "customer_id");
    }
  }

  private static void requireOne(Columns columns, CsvLayout layout, String... meanings) {
    for (String meaning : meanings) {
      if (columns.has(meaning)) {
        return;
      }
    }
    throw new UnreadableFileException(
        "The file has no column "
            + String.join(" or ", meanings)
            + "; its columns are "
            + Values.shortened(String.join(", ", layout.header())));
  }

  /** Opens the file at its first row, or where an earlier execution stopped. */
  CsvFile open(Path file, ImportState state) throws IOException {
    return state.offset() == 0
        ? CsvFile.open(file, layout, layout.bodyStart(), layout.headerLine())
        : CsvFile.open(file, layout, state.offset(), state.line());
  }

  /** Lets a format that remembers see the rows before a checkpoint again. */
  void replay(Path file, ImportState state, ImportFormat<?> format) throws IOException {
    try (CsvFile rows = open(file, ImportState.BEGINNING)) {
      for (@Nullable CsvRow row = rows.next();
          row != null && row.end() <= state.offset();
          row = rows.next()) {
        remember(row, format);
      }
    }
  }

  private static void remember(CsvRow row, ImportFormat<?> format) {
    String @Nullable [] fields = row.fields();
    if (fields != null) {
      try {
        format.read(fields);
      } catch (RowRefused e) {
        // It was refused, and reported, the first time.
      }
    }
  }
}
