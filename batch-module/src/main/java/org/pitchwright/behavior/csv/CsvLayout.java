package org.pitchwright.behavior.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param delimiter between the columns
 * @param header the fields of its first line
 * @param bodyStart where the line after the header begins, in bytes
 * @param headerLine number of the header's line
 */
public record CsvLayout(
    FileEncoding encoding, char delimiter, List<String> header, long bodyStart, long headerLine) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 100;

  /** Number of columns. */
  int columns() {
    return header.size();
  }

  /** The layout of a file whose first line is already a row. */
  public CsvLayout withoutHeader(List<String> names) {
    return new CsvLayout(encoding, delimiter, names, encoding.start(), 0);
  }

  /** The delimiter as a report shows it. */
  public String delimiterLabel() {
    return switch (delimiter) {
      case '\t' -> "tab";
      case ' ' -> "space";
      default -> Character.toString(delimiter);
    };
  }

  /**
   * Finds out how a file is written. The delimiter is the one that makes most sense of the header,
   * and of those the one that cuts the first lines into equally many columns.
   *
   * @param known how many of a header's names mean something
   * @throws UnreadableFileException if the file is empty, is not text, or has no columns
   */
  public static CsvLayout detect(Path file, ToIntFunction<List<String>> known) throws IOException {
    FileEncoding encoding = EncodingDetection.of(file);
    List<Line> sample = sample(file, encoding);
    if (sample.isEmpty()) {
      throw new UnreadableFileException("The file holds no lines");
    }
    Optional<Candidate> best = Optional.empty();
    for (char delimiter : DELIMITERS) {
      best = better(best, Candidate.of(delimiter, sample, known));
    }
    best = best.or(() -> Candidate.of(' ', sample, known));
    Line first = sample.get(0);
    return best.map(
            found ->
                new CsvLayout(
                    encoding, found.delimiter(), found.header(), first.end(), first.number()))
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    "The first line has no columns; separate them by comma, semicolon, tab or |"));
  }

  private static List<Line> sample(Path file, FileEncoding encoding) throws IOException {
    List<Line> sample = new ArrayList<>();
    try (LineReader lines = new LineReader(file, encoding, 0, 0)) {
      for (@Nullable Line line = lines.next();
          line != null && sample.size() < SAMPLE;
          line = lines.next()) {
        if (line.fault() == null && !line.text().isBlank()) {
          sample.add(line);
        }
      }
    }
    return sample;
  }

  private static Optional<Candidate> better(Optional<Candidate> one, Optional<Candidate> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(
            Candidate.ORDER.compare(one.get(), other.get()) >= 0 ? one.get() : other.get())
        : one.or(() -> other);
  }

  /** What a delimiter makes of the first lines. */
  private record Candidate(char delimiter, List<String> header, int known, int consistent) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::known)
            .thenComparingInt(Candidate::consistent)
            .thenComparingInt(candidate -> candidate.header().size());

    /** Empty if the delimiter does not occur in the first line. */
    static Optional<Candidate> of(
        char delimiter, List<Line> sample, ToIntFunction<List<String>> known) {
      CsvDialect dialect = new CsvDialect(delimiter);
      Optional<String[]> header = dialect.parse(sample.get(0).text());
      if (header.isEmpty() || header.get().length < 2) {
        return Optional.empty();
      }
      int columns = header.get().length;
      int consistent = 0;
      for (Line line : sample) {
        if (dialect.parse(line.text()).map(fields -> fields.length).orElse(0) == columns) {
          consistent++;
        }
      }
      List<String> names = List.of(header.get());
      return Optional.of(new Candidate(delimiter, names, known.applyAsInt(names), consistent));
    }
  }
}
