package org.pitchwright.recommendation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.recommendation.History;

class DatasetFolderTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    DatasetSummary summary;
    try (DatasetWriter writer = new DatasetWriter(folder)) {
      writer.addItem("手机\n\"壳\" 😀", "手机壳。配件。");
      writer.addItem("b", null);
      writer.addCustomer(sequence(new int[] {0, 1}, 1f, -.5f));
      writer.settings(Map.of("seed", 7));
      summary = writer.finish();
    }

    TrainingDataset dataset = DatasetReader.read(folder);

    assertThat(dataset.itemIds()).containsExactly("手机\n\"壳\" 😀", "b");
    assertThat(dataset.texts()).containsExactly("手机壳。配件。", null);
    assertThat(dataset.sequences().get(0).history())
        .isEqualTo(new History(new int[] {0, 1}, new float[] {1f, -.5f}));
    assertThat(dataset.settings()).containsEntry("seed", 7);
    assertThat(dataset.fingerprint()).isEqualTo(summary.fingerprint()).startsWith("sha256:");
    assertThat(summary.events()).isEqualTo(2);
  }

  @Test
  void namesFileAndLineOfWhatItCannotUse() throws IOException {
    Files.writeString(folder.resolve("items.jsonl"), "{\"id\":\"a\",\"text\":null}\n");
    Files.writeString(
        folder.resolve("sequences.jsonl"), "{\"events\":[[0,1,0]]}\n{\"events\":[[5,1,0]]}\n");

    assertThatThrownBy(() -> DatasetReader.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("sequences.jsonl:2")
        .hasMessageContaining("item 5");
  }

  @Test
  void refusesAnItemThatIsGivenTwice() throws IOException {
    try (DatasetWriter writer = new DatasetWriter(folder)) {
      writer.addItem("a", null);

      assertThatThrownBy(() -> writer.addItem("a", null)).hasMessageContaining("given twice");
    }
  }

  @Test
  void refusesEventsOutOfTime() throws IOException {
    try (DatasetWriter writer = new DatasetWriter(folder)) {
      writer.addItem("a", null);
      CustomerSequence backwards =
          new CustomerSequence(new int[] {0, 0}, new float[] {1, 1}, new long[] {5, 4});

      assertThatThrownBy(() -> writer.addCustomer(backwards)).hasMessageContaining("order of time");
    }
  }

  @Test
  void holdsTheLastTwoDiscoveriesOut() {
    CustomerSequence sequence = sequence(new int[] {4, 3, 2, 1, 0}, 1f, 1f, 1f, -1f, 1f);
    CustomerSequence tooShort = sequence(new int[] {1, 2}, 1f, 1f);
    TrainingDataset dataset =
        new TrainingDataset(
            List.of("a", "b", "c", "d", "e"),
            java.util.Collections.nCopies(5, null),
            List.of(sequence, tooShort),
            Map.of(),
            "sha256:0");

    LeaveOneOutSplit split = LeaveOneOutSplit.of(dataset);

    assertThat(split.training()).extracting(CustomerSequence::size).containsExactly(2, 2);
    assertThat(split.validation()).containsExactly(new HeldOutCase(History.of(4, 3), 2));
    assertThat(split.test()).extracting(HeldOutCase::target).containsExactly(0);
    assertThat(split.test().get(0).history().weights()).containsExactly(1f, 1f, 1f, -1f);
  }

  @Test
  void holdsTheLastTwoPositiveEventsOutAsPublishedProtocolsDo() {
    CustomerSequence comesBack =
        sequence(new int[] {0, 1, 0, 2, 1, 3, 0}, 1f, 1f, 4f, 1f, 1f, 1f, 4f);
    TrainingDataset dataset =
        new TrainingDataset(
            List.of("a", "b", "c", "d"),
            java.util.Collections.nCopies(4, null),
            List.of(comesBack),
            Map.of(),
            "sha256:0");

    LeaveOneOutSplit split = LeaveOneOutSplit.ofLastEvents(dataset);

    assertThat(split.test()).extracting(HeldOutCase::target).containsExactly(0);
    assertThat(split.test().get(0).history().items()).containsExactly(0, 1, 0, 2, 1, 3);
    assertThat(split.validation()).extracting(HeldOutCase::target).containsExactly(3);
  }

  @Test
  void doesNotAskForItemsThatTheCustomerKnowsAlready() {
    CustomerSequence comesBack =
        sequence(new int[] {0, 1, 0, 2, 1, 3, 0}, 1f, 1f, 4f, 1f, 1f, 1f, 4f);
    CustomerSequence refusedBefore = sequence(new int[] {0, 1, 2, 1}, 1f, -1f, 1f, 4f);
    TrainingDataset dataset =
        new TrainingDataset(
            List.of("a", "b", "c", "d"),
            java.util.Collections.nCopies(4, null),
            List.of(comesBack, refusedBefore),
            Map.of(),
            "sha256:0");

    LeaveOneOutSplit split = LeaveOneOutSplit.of(dataset);

    assertThat(split.test()).extracting(HeldOutCase::target).containsExactly(3);
    assertThat(split.test().get(0).history().items()).containsExactly(0, 1, 0, 2, 1);
    assertThat(split.validation()).extracting(HeldOutCase::target).containsExactly(2);
    assertThat(split.training()).extracting(CustomerSequence::size).containsExactly(3, 4);
  }

  private static CustomerSequence sequence(int[] items, float... weights) {
    long[] times = new long[items.length];
    for (int event = 0; event < times.length; event++) {
      times[event] = event;
    }
    return new CustomerSequence(items, weights, times);
  }
}
