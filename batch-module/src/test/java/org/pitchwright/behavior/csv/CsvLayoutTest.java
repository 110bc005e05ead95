package org.pitchwright.behavior.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLayoutTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"comma", "semicolon", "tab", "pipe"})
  void findsTheUsualDelimiters(String name) throws IOException {
    char delimiter =
        switch (name) {
          case "semicolon" -> ';';
          case "tab" -> '\t';
          case "pipe" -> '|';
          default -> ',';
        };
    String text = "user_id,item_id,rating,time\n1,2,5,0\n".replace(',', delimiter);

    CsvLayout layout = CsvFiles.layout(CsvFiles.utf8(folder, text));

    assertThat(layout.delimiter()).isEqualTo(delimiter);
    assertThat(layout.header()).containsExactly("user_id", "item_id", "rating", "time");
  }

  @Test
  void isNotMisledByACommaInsideOfValues() throws IOException {
    Path file = CsvFiles.utf8(folder, "id;title\n1;Cup, large\n2;Bowl, small, blue\n");

    assertThat(CsvFiles.layout(file).delimiter()).isEqualTo(';');
  }

  @Test
  void prefersTheDelimiterThatMakesSenseOfTheHeader() throws IOException {
    Path file = CsvFiles.utf8(folder, "item_id;title, long\n1;a, b\n");

    CsvLayout layout = CsvLayout.detect(file, names -> names.contains("item_id") ? 1 : 0);

    assertThat(layout.delimiter()).isEqualTo(';');
  }

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() throws IOException {
    CsvLayout without = CsvFiles.layout(CsvFiles.utf8(folder, "id,标题\n1,杯子\n"));
    CsvLayout with = CsvFiles.layout(CsvFiles.utf8(folder, "\uFEFFid,标题\n1,杯子\n"));

    assertThat(without.encoding().label()).isEqualTo("UTF-8");
    assertThat(with.encoding().label()).isEqualTo("UTF-8 with byte order mark");
    assertThat(with.header()).containsExactly("id", "标题");
  }

  @Test
  void recognisesGb18030() throws IOException {
    Path file = CsvFiles.file(folder, "编号,标题\n1,蓝色的杯子\n2,𠀀罕用字\n", GB18030);

    CsvLayout layout = CsvFiles.layout(file);

    assertThat(layout.encoding().label()).isEqualTo("GB18030");
    assertThat(layout.header()).containsExactly("编号", "标题");
    assertThat(CsvFiles.rows(file).get(1).fields()).containsExactly("2", "𠀀罕用字");
  }

  @Test
  void readsUtf16WithByteOrderMark() throws IOException {
    Path little = CsvFiles.file(folder, "\uFEFFid,标题\n1,杯子\n2,碗\n", StandardCharsets.UTF_16LE);
    Path big = CsvFiles.file(folder, "\uFEFFid,标题\n1,杯子\n2,碗\n", StandardCharsets.UTF_16BE);

    assertThat(CsvFiles.rows(little).get(1).fields()).containsExactly("2", "碗");
    assertThat(CsvFiles.rows(big).get(1).fields()).containsExactly("2", "碗");
  }

  @Test
  void oneWrongLineDoesNotChangeTheEncodingOfAFile() throws IOException {
    byte[] good = "id,标题\n1,杯子\n2,碗\n3,".getBytes(StandardCharsets.UTF_8);
    byte[] content = java.util.Arrays.copyOf(good, good.length + 2);
    content[good.length] = (byte) 0xFF;
    content[good.length + 1] = '\n';

    Path file = CsvFiles.file(folder, content);

    assertThat(CsvFiles.layout(file).encoding().label()).isEqualTo("UTF-8");
    assertThat(CsvFiles.rows(file))
        .extracting(CsvRow::fault)
        .containsExactly(null, null, RecordFault.WRONG_ENCODING);
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    Path excel = CsvFiles.file(folder, new byte[] {'P', 'K', 3, 4, 20, 0});
    Path zeros = CsvFiles.file(folder, new byte[] {'a', 0, 'b'});

    assertThatThrownBy(() -> CsvFiles.layout(excel))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("Excel")
        .hasMessageContaining("save it as CSV");
    assertThatThrownBy(() -> CsvFiles.layout(zeros)).hasMessageContaining("not a text file");
  }

  @Test
  void refusesAnUnknownEncodingAndSaysWhatToDo() throws IOException {
    Path latin1 = CsvFiles.file(folder, "id,t\n1,\u00fc\n2,\u00e9\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> CsvFiles.layout(latin1)).hasMessageContaining("save it as UTF-8");
  }

  @Test
  void refusesAFileWithoutColumnsOrLines() throws IOException {
    Path blank = CsvFiles.utf8(folder, "\n\n");
    Path prose = CsvFiles.utf8(folder, "Lorem\nipsum\n");

    assertThatThrownBy(() -> CsvFiles.layout(blank)).hasMessageContaining("no lines");
    assertThatThrownBy(() -> CsvFiles.layout(prose)).hasMessageContaining("no columns");
  }
}
