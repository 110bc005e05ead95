package org.pitchwright.behavior.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  @TempDir private Path folder;

  @Test
  void readsQuotedFieldsWithDelimitersQuotesAndLineBreaks() throws IOException {
    List<CsvRow> rows = read("id,text\n1,\"a, \"\"b\"\"\nsecond line\"\n2,plain\n");

    assertThat(rows.get(0).fields()).containsExactly("1", "a, \"b\"\nsecond line");
    assertThat(rows.get(1).fields()).containsExactly("2", "plain");
  }

  @Test
  void numbersTheLinesOfTheFileAndNotTheRecords() throws IOException {
    List<CsvRow> rows = read("id,text\n1,\"a\nb\nc\"\n\n2,plain\n");

    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 6L);
    assertThat(rows).extracting(CsvRow::lastLine).containsExactly(4L, 6L);
  }

  @Test
  void readsAllLineEnds() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      List<CsvRow> rows = read("id,text" + end + "1,a" + end + "2,b");

      assertThat(rows).extracting(row -> row.fields()[1]).containsExactly("a", "b");
    }
  }

  @Test
  void aMalformedLineCostsItselfOnly() throws IOException {
    List<CsvRow> rows = read("id,text\n1,a\n2,\"b\" c\n3,d\n4\n5,e,f\n6,g\n");

    assertThat(rows)
        .extracting(CsvRow::fault)
        .containsExactly(
            null,
            RecordFault.MALFORMED_LINE,
            null,
            RecordFault.TOO_FEW_COLUMNS,
            RecordFault.TOO_MANY_COLUMNS,
            null);
    assertThat(rows.get(1).text()).isEqualTo("2,\"b\" c");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsFirstLineOnly() throws IOException {
    List<CsvRow> rows = read("id,text\n1,a\n2,\"never closed\n3,b\n4,c\n");

    assertThat(rows)
        .extracting(CsvRow::fault)
        .containsExactly(null, RecordFault.UNCLOSED_QUOTE, null, null);
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowARowThatIsQuoted() throws IOException {
    List<CsvRow> rows = read("id,text\n1,\"never closed\n2,\"b\"\n3,\"c\"\n");

    assertThat(rows)
        .extracting(CsvRow::fault)
        .containsExactly(RecordFault.UNCLOSED_QUOTE, null, null);
  }

  @Test
  void aLineInAnotherEncodingCostsItselfOnly() throws IOException {
    byte[] head = "id,text\n1,杯\n2,碗\n3,".getBytes(StandardCharsets.UTF_8);
    byte[] wrong = {(byte) 0xB1, (byte) 0xAD};
    byte[] tail = "\n4,杯\n".getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(head, head.length + wrong.length + tail.length);
    System.arraycopy(wrong, 0, content, head.length, wrong.length);
    System.arraycopy(tail, 0, content, head.length + wrong.length, tail.length);

    List<CsvRow> rows = CsvFiles.rows(CsvFiles.file(folder, content));

    assertThat(rows)
        .extracting(CsvRow::fault)
        .containsExactly(null, null, RecordFault.WRONG_ENCODING, null);
  }

  @Test
  void readingCanGoOnAtTheEndOfAnyRecord() throws IOException {
    Path file = CsvFiles.utf8(folder, "id,text\n1,\"a\nb\"\n2,\"open\n3,c\n4,d\n");
    CsvLayout layout = CsvFiles.layout(file);
    List<CsvRow> all = CsvFiles.rows(file);

    for (int i = 0; i < all.size(); i++) {
      CsvRow last = all.get(i);
      List<CsvRow> rest = CsvFiles.rowsFrom(file, layout, last.end(), last.lastLine());

      assertThat(rest)
          .extracting(CsvRow::line)
          .isEqualTo(all.subList(i + 1, all.size()).stream().map(CsvRow::line).toList());
      assertThat(rest)
          .extracting(CsvRow::text)
          .isEqualTo(all.subList(i + 1, all.size()).stream().map(CsvRow::text).toList());
    }
  }

  @Test
  void aLineOfAHundredMegabytesIsRefusedInBoundedMemory() throws IOException {
    Path file = folder.resolve("long.csv");
    writeLongLine(file, 100);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    List<CsvRow> rows = CsvFiles.rows(file);

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(rows)
        .extracting(CsvRow::fault)
        .containsExactly(null, RecordFault.LINE_TOO_LONG, null);
    assertThat(rows.get(1).text()).hasSizeLessThanOrEqualTo(4_000);
    assertThat(allocated).as("all that was ever allocated, in bytes").isLessThan(30L << 20);
  }

  @Test
  void aQuotedFieldOfAHundredMegabytesIsRefusedInBoundedMemory() throws IOException {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("id,text\n1,a\n2,\"".getBytes(StandardCharsets.UTF_8));
      byte[] line = "x".repeat(99).concat("\n").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 << 20; i++) {
        out.write(line);
      }
    }

    try (CsvFile csv = CsvFile.open(file, CsvFiles.layout(file), 8, 1)) {
      assertThat(csv.next().fault()).isNull();
      assertThat(csv.next().fault()).isEqualTo(RecordFault.UNCLOSED_QUOTE);
      assertThat(csv.next().fault()).isEqualTo(RecordFault.TOO_FEW_COLUMNS);
    }
  }

  private static void writeLongLine(Path file, int megabytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("id,text\n1,a\n2,".getBytes(StandardCharsets.UTF_8));
      byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
      out.write("\n3,c\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<CsvRow> read(String text) throws IOException {
    return CsvFiles.rows(CsvFiles.utf8(folder, text));
  }
}
