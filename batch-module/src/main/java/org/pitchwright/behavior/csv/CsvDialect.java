package org.pitchwright.behavior.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.Optional;

/** The grammar of a file's lines: RFC 4180 with a delimiter of the file's own. */
final class CsvDialect {
  private final CsvReaderBuilder strict;
  private final CsvReaderBuilder forgiving;

  CsvDialect(char delimiter) {
    strict = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
    forgiving = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(true);
  }

  /** The fields of a record; empty if it breaks the grammar. */
  Optional<String[]> parse(String text) {
    return parse(strict, text);
  }

  /** Whether all that is wrong with the text is a quotation mark that is still open. */
  boolean open(String text) {
    return parse(forgiving, text).isPresent() && parse(strict, text).isEmpty();
  }

  private static Optional<String[]> parse(CsvReaderBuilder grammar, String text) {
    try {
      return Optional.of(grammar.ofSingleCsvRecord(StringArrayHandler.of(), text));
    } catch (CsvParseException e) {
      return Optional.empty(); // The caller finds out why and says so beside the record.
    }
  }
}
