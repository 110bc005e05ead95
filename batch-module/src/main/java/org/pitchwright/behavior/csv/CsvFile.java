package org.pitchwright.behavior.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file from any record's beginning on. A record may span lines; one whose
 * quotation mark is never closed costs its first line only, and reading goes on with the next.
 */
public final class CsvFile implements AutoCloseable {
  private static final int MAX_LINES = 1_000;

  private final LineReader lines;
  private final CsvDialect dialect;
  private final int columns;
  private final Deque<Line> putBack = new ArrayDeque<>();

  private CsvFile(LineReader lines, CsvDialect dialect, int columns) {
    this.lines = lines;
    this.dialect = dialect;
    this.columns = columns;
  }

  /**
   * Opens a file.
   *
   * @param layout how it is written
   * @param offset the beginning of a record
   * @param linesBefore how many physical lines lie before it
   */
  public static CsvFile open(Path file, CsvLayout layout, long offset, long linesBefore)
      throws IOException {
    return new CsvFile(
        new LineReader(file, layout.encoding(), offset, linesBefore),
        new CsvDialect(layout.delimiter()),
        layout.columns());
  }

  /** The next record; null at the end of the file. Blank lines are passed over. */
  public @Nullable CsvRow next() throws IOException {
    @Nullable Line line = take();
    while (line != null && line.fault() == null && line.text().isBlank()) {
      line = take();
    }
    if (line == null) {
      return null;
    }
    if (line.fault() != null) {
      return faulty(line, line.fault());
    }
    Optional<String[]> fields = dialect.parse(line.text());
    if (fields.isPresent()) {
      return checked(line, line, line.text(), fields.get());
    }
    return dialect.open(line.text()) ? spanning(line) : faulty(line, RecordFault.MALFORMED_LINE);
  }

  private @Nullable Line take() throws IOException {
    return putBack.isEmpty() ? lines.next() : putBack.pop();
  }

  /** A record that begins in a line and is closed in a later one, or not at all. */
  private CsvRow spanning(Line first) throws IOException {
    List<Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    while (taken.size() < MAX_LINES && text.length() < LineReader.MAX_BYTES) {
      @Nullable Line next = take();
      if (next == null) {
        break;
      }
      taken.add(next);
      text.append('\n').append(next.text());
      if (next.fault() != null) {
        break;
      }
      if (next.text().indexOf('"') >= 0) {
        Optional<String[]> fields = dialect.parse(text.toString());
        if (fields.isPresent() && fields.get().length == columns) {
          return new CsvRow(
              first.number(), next.number(), next.end(), text.toString(), fields.get(), null);
        }
        if (fields.isPresent() || !dialect.open(text.toString())) {
          break;
        }
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      putBack.push(taken.get(i));
    }
    return faulty(first, RecordFault.UNCLOSED_QUOTE);
  }

  private CsvRow checked(Line first, Line last, String text, String[] fields) {
    if (fields.length != columns) {
      return faulty(
          first,
          fields.length < columns ? RecordFault.TOO_FEW_COLUMNS : RecordFault.TOO_MANY_COLUMNS);
    }
    return new CsvRow(first.number(), last.number(), last.end(), text, fields, null);
  }

  private static CsvRow faulty(Line line, RecordFault fault) {
    return new CsvRow(line.number(), line.number(), line.end(), line.text(), null, fault);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
