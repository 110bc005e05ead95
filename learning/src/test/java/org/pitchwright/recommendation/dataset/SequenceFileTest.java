package org.pitchwright.recommendation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("sequences.txt");
  }

  @Test
  void readsSequencesAndTitles() throws IOException {
    Files.writeString(file, "1 30 20 10\n2 20\n\n");
    Path titles = folder.resolve("titles.tsv");
    Files.writeString(titles, "20\tkey\tA \"quoted\" title\n99\tkey\tof no item\n");

    TrainingDataset dataset = SequenceFile.read(file, titles, Map.of());

    assertThat(dataset.itemIds()).containsExactly("30", "20", "10");
    assertThat(dataset.texts()).containsExactly(null, "A \"quoted\" title", null);
    assertThat(dataset.sequences()).hasSize(2);
  }

  @Test
  void namesTheLineOfATokenThatIsNoNumber() throws IOException {
    Files.writeString(file, "1 2 3\n2 4 x5\n");

    assertThatThrownBy(() -> SequenceFile.read(file, null, Map.of()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("sequences.txt:2")
        .hasMessageContaining("\"x5\" is not a number");
  }

  @Test
  void namesTheLineOfAUserWithoutItems() throws IOException {
    Files.writeString(file, "1 2 3\n2\n");

    assertThatThrownBy(() -> SequenceFile.read(file, null, Map.of()))
        .hasMessageContaining("sequences.txt:2: a user without items");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.writeString(file, "");

    assertThatThrownBy(() -> SequenceFile.read(file, null, Map.of()))
        .hasMessageContaining("the file is empty");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> SequenceFile.read(file, null, Map.of()))
        .hasMessageContaining("sequences.txt: there is no such file");
  }

  @Test
  void refusesATitleWithoutItsColumns() throws IOException {
    Files.writeString(file, "1 2 3 4\n");
    Path titles = folder.resolve("titles.tsv");
    Files.writeString(titles, "2\ttitle only\n");

    assertThatThrownBy(() -> SequenceFile.read(file, titles, Map.of()))
        .hasMessageContaining("titles.tsv:1: 2 columns");
  }
}
