package org.pitchwright.recommendation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.dataset.CustomerSequence;
import org.pitchwright.recommendation.dataset.DatasetWriter;
import org.pitchwright.recommendation.dataset.TrainingDataset;

@Timeout(120)
class TrainerProcessTest {

  @TempDir Path folder;
  private TrainerHome home;

  @BeforeEach
  void layOutTrainer() throws IOException {
    home = TestTrainerHome.create(folder.resolve("home"));
  }

  @Test
  void trainsAndTellsItsProgress() throws Exception {
    List<TrainingProgress> heard = new CopyOnWriteArrayList<>();
    writeDataset(3);

    TrainingResult result = start(heard).await();

    assertThat(result.metrics().get("test")).containsKey("ndcg@10");
    assertThat(heard)
        .filteredOn(progress -> progress.values().containsKey("loss"))
        .extracting(TrainingProgress::done)
        .containsExactly(1L, 2L, 3L);
    try (RecommenderModel model = RecommenderModel.load(folder.resolve("artifact"))) {
      assertThat(model.itemId(0)).isEqualTo("item-0");
    }
  }

  @Test
  void stopsWhenAskedAndKeepsItsCheckpoint() throws Exception {
    writeDataset(10_000);
    List<TrainingProgress> heard = new CopyOnWriteArrayList<>();
    TrainerProcess[] process = new TrainerProcess[1];
    process[0] =
        TrainerProcess.start(
            home,
            folder.resolve("data"),
            folder.resolve("artifact"),
            folder.resolve("checkpoint"),
            progress -> {
              heard.add(progress);
              if (progress.phase().equals("SEQUENCE") && progress.done() == 2) {
                new Thread(process[0]::stop).start();
              }
            });

    TrainerException stopped =
        catchThrowableOfType(TrainerException.class, () -> process[0].await());

    assertThat(stopped.reason()).isEqualTo(TrainerException.Reason.STOPPED);
    assertThat(folder.resolve("checkpoint").resolve("training.checkpoint")).exists();
    assertThat(folder.resolve("artifact")).doesNotExist();
  }

  @Test
  void saysWhyItRefusesData() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/items.jsonl"), "not json\n");

    TrainerException refused =
        catchThrowableOfType(
            TrainerException.class, () -> start(new CopyOnWriteArrayList<>()).await());

    assertThat(refused.reason()).isEqualTo(TrainerException.Reason.BAD_INPUT);
    assertThat(refused).hasMessageContaining("items.jsonl:1");
  }

  @Test
  void saysThatTheTrainerWasKilled() throws Exception {
    writeDataset(10_000);
    TrainerProcess process = start(new CopyOnWriteArrayList<>());
    ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();

    TrainerException failed = catchThrowableOfType(TrainerException.class, process::await);

    assertThat(failed.reason()).isEqualTo(TrainerException.Reason.FAILED);
    assertThat(failed.exitStatus()).isEqualTo(137);
  }

  @Test
  void saysThatThereIsNoTrainer() {
    TrainerHome nowhere = new TrainerHome(folder.resolve("nowhere"), 256, folder);

    assertThatThrownBy(() -> TrainerProcess.start(nowhere, folder, folder, folder, progress -> {}))
        .hasMessageContaining("pitchwright.trainer.home");
  }

  @Test
  void leavesNoOrphanWhenItsParentIsKilled() throws Exception {
    writeDataset(10_000);
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR", folder.toString()),
                "-cp",
                System.getProperty("java.class.path"),
                TrainerParent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle trainer;
    try (BufferedReader output = parent.inputReader()) {
      trainer = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(output.readLine()).isEqualTo("training");
      assertThat(trainer.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
    }

    trainer.onExit().get(20, TimeUnit.SECONDS);

    assertThat(trainer.isAlive()).isFalse();
  }

  private TrainerProcess start(List<TrainingProgress> heard) throws IOException {
    return TrainerProcess.start(
        home,
        folder.resolve("data"),
        folder.resolve("artifact"),
        folder.resolve("checkpoint"),
        heard::add);
  }

  private void writeDataset(int epochs) throws IOException {
    TrainingDataset shop = SyntheticShop.dataset(50, 60, 10, Map.of());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("epochs", epochs);
    settings.put("patience", epochs);
    settings.put("dimension", 8);
    try (DatasetWriter writer = new DatasetWriter(folder.resolve("data"))) {
      for (String id : shop.itemIds()) {
        writer.addItem(id, null);
      }
      for (CustomerSequence sequence : shop.sequences()) {
        writer.addCustomer(sequence);
      }
      writer.settings(settings);
      writer.finish();
    }
  }
}
