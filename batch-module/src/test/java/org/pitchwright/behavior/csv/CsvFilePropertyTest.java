package org.pitchwright.behavior.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for every file, however it looks. */
class CsvFilePropertyTest {
  @Property(tries = 200)
  void whatWasWrittenIsReadBack(
      @ForAll("tables") List<List<String>> table, @ForAll("delimiters") char delimiter)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
      writer.writeRecord("a", "b", "c");
      table.forEach(writer::writeRecord);
    }

    List<CsvRow> rows = read(text.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(rows.stream().map(row -> List.of(row.fields())).toList())
        .isEqualTo(table.stream().map(CsvFilePropertyTest::withOneKindOfLineEnd).toList());
  }

  /** Any bytes: no line is read twice, none is left out, and nothing is thrown. */
  @Property(tries = 300)
  void everyLineOfAnyFileIsAccountedFor(@ForAll("garbage") String garbage) throws IOException {
    byte[] content = ("a,b\n1,2\n" + garbage).getBytes(StandardCharsets.UTF_8);

    List<CsvRow> rows = read(content);

    long before = 1;
    for (CsvRow row : rows) {
      assertThat(row.line()).isGreaterThan(before);
      assertThat(row.lastLine()).isGreaterThanOrEqualTo(row.line());
      assertThat(row.fields() == null).isEqualTo(row.fault() != null);
      before = row.lastLine();
    }
    long read = rows.stream().mapToLong(row -> row.lastLine() - row.line() + 1).sum();
    long written = ("1,2\n" + garbage).lines().filter(line -> !line.isBlank()).count();
    assertThat(read).isGreaterThanOrEqualTo(written);
  }

  private static List<String> withOneKindOfLineEnd(List<String> row) {
    return row.stream().map(field -> field.replace("\r\n", "\n")).collect(Collectors.toList());
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> field =
        Arbitraries.strings()
            .withChars("ab ,;|\t\"\n'杯é")
            .withChars('0', '9')
            .ofMaxLength(12)
            .map(text -> "x" + text);
    return field.list().ofSize(3).list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.strings().withChars("12,\"\n ab杯").ofMaxLength(200);
  }

  private static List<CsvRow> read(byte[] content) throws IOException {
    Path file = Files.createTempFile("property", ".csv");
    try {
      Files.write(file, content);
      return CsvFiles.rows(file);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.delete(file);
    }
  }
}
