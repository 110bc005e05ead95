package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pitchwright.recommendation.SyntheticShop.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.dataset.CustomerSequence;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.TrainingDataset;
import org.pitchwright.recommendation.trainer.TrainingProgress;

class ModelTrainerTest {

  private static final TrainingDataset SHOP =
      SyntheticShop.dataset(100, 400, 14, TinyTraining.settings());

  @TempDir Path folder;

  @Test
  void learnsSequencesThatPopularityCannotKnow() throws IOException {
    Map<String, Map<String, Double>> metrics = train(SHOP).card().metrics();

    assertThat(metrics.get("test").get("ndcg@10"))
        .isGreaterThan(.4)
        .isGreaterThan(3 * metrics.get("popularity").get("ndcg@10"));
  }

  @Test
  void writesDownWhatItLearntFromAndHowItServesGroupsAndItems() throws IOException {
    ModelCard card = train(SHOP).card();

    assertThat(card.metrics().get("data"))
        .containsEntry("items", 100.0)
        .containsEntry("customers", 400.0)
        .containsKeys("events", "from", "until");
    assertThat(card.metrics().get("exposure").get("coverage")).isBetween(.1, 1.0);
    assertThat(card.metrics().get("exposure").get("gini")).isBetween(0.0, 1.0);
    assertThat(card.metrics().get("fairness"))
        .containsKeys("historyLength.06-15.cases", "historyLength.06-15.ndcg@10");
    assertThat(card.peakMemoryMiB()).isPositive();
  }

  @Test
  void givesTheSameModelForTheSameSeed() throws IOException {
    ModelArtifact first = train(SHOP);
    ModelArtifact second = train(SHOP);

    assertThat(second.blob(ModelArtifact.ENCODER)).isEqualTo(first.blob(ModelArtifact.ENCODER));
    assertThat(second.matrix(ModelArtifact.ITEM_EMBEDDINGS).values())
        .isEqualTo(first.matrix(ModelArtifact.ITEM_EMBEDDINGS).values());
    assertThat(second.card().metrics()).isEqualTo(first.card().metrics());
  }

  @Test
  void goesOnFromItsCheckpointAsIfNothingHadHappened() throws IOException {
    ModelArtifact undisturbed = train(SHOP);
    StopAfterEpochs interruption = new StopAfterEpochs(2);

    assertThatThrownBy(() -> new ModelTrainer(SHOP, interruption).train(folder))
        .isInstanceOf(TrainingStoppedException.class);
    StopAfterEpochs rest = new StopAfterEpochs(Integer.MAX_VALUE);
    ModelArtifact resumed = new ModelTrainer(SHOP, rest).train(folder);

    assertThat(rest.first).isEqualTo(2);
    assertThat(resumed.matrix(ModelArtifact.ITEM_EMBEDDINGS).values())
        .isEqualTo(undisturbed.matrix(ModelArtifact.ITEM_EMBEDDINGS).values());
    assertThat(resumed.card().metrics()).isEqualTo(undisturbed.card().metrics());
  }

  @Test
  void keepsEightBitsOfEachNumberWhereThatLosesLittle() throws IOException {
    Map<String, Object> settings = TinyTraining.settings();
    settings.put("quantizationMargin", .05);
    ModelArtifact small = train(SHOP.withSettings(settings));

    Map<String, Double> int8 = small.card().metrics().get("int8");
    assertThat(int8.get("taken")).isEqualTo(1);
    assertThat(small.size()).isEqualTo(int8.get("bytes").longValue());
    assertThat(small.blobs()).doesNotContainKey(ModelArtifact.ITEM_EMBEDDINGS);
    assertThat(int8.get("bytes")).isLessThan(.6 * int8.get("bytes.float32"));
    assertThat(small.card().metrics().get("test").get("ndcg@10"))
        .isEqualTo(int8.get("test.ndcg@10"));
  }

  @Test
  void keepsFloatsWhereNothingMayBeLost() throws IOException {
    Map<String, Object> settings = TinyTraining.settings();
    settings.put("quantizationMargin", 0);

    ModelArtifact exact = train(SHOP.withSettings(settings));

    assertThat(exact.blobs()).containsKey(ModelArtifact.ITEM_EMBEDDINGS);
    assertThat(exact.card().metrics()).doesNotContainKey("int8");
  }

  @Test
  void ignoresTheCheckpointOfAnotherTraining() throws IOException {
    assertThatThrownBy(() -> new ModelTrainer(SHOP, new StopAfterEpochs(2)).train(folder))
        .isInstanceOf(TrainingStoppedException.class);
    Map<String, Object> settings = TinyTraining.settings();
    settings.put("seed", 7);
    StopAfterEpochs other = new StopAfterEpochs(Integer.MAX_VALUE);

    new ModelTrainer(SHOP.withSettings(settings), other).train(folder);

    assertThat(other.first).isEqualTo(1);
  }

  @Test
  void refusesACatalogueOfOneItem() {
    TrainingDataset alone =
        SyntheticShop.dataset(1, List.of(sequence(0, 0, 0, 0)), TinyTraining.settings());

    assertThatThrownBy(() -> new ModelTrainer(alone, TinyTraining.QUIET))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("Nothing to learn from");
  }

  @Test
  void refusesCustomersWithOneEventEach() {
    TrainingDataset single =
        SyntheticShop.dataset(
            5, List.of(sequence(0), sequence(1), sequence(2)), TinyTraining.settings());

    assertThatThrownBy(() -> new ModelTrainer(single, TinyTraining.QUIET))
        .hasMessageContaining("import more events");
  }

  @Test
  void refusesAnUnknownSetting() {
    TrainingDataset unknown = SHOP.withSettings(Map.of("epoch", 3));

    assertThatThrownBy(() -> new ModelTrainer(unknown, TinyTraining.QUIET))
        .hasMessageContaining("\"epoch\" is unknown")
        .hasMessageContaining("epochs");
  }

  @Test
  void learnsFromFiveCustomers() throws IOException {
    List<CustomerSequence> five = Collections.nCopies(5, sequence(0, 1, 2, 3));

    ModelArtifact artifact = train(SyntheticShop.dataset(4, five, TinyTraining.settings()));

    assertFinite(artifact, History.of(0, 1));
  }

  @Test
  void learnsFromDuplicatesOnly() throws IOException {
    List<CustomerSequence> same = List.of(sequence(1, 1, 1, 1), sequence(2, 2, 2, 2, 2));

    ModelArtifact artifact = train(SyntheticShop.dataset(3, same, TinyTraining.settings()));

    assertFinite(artifact, History.of(1));
  }

  @Test
  void boundsTheInfluenceOfACustomerWithAHundredThousandEvents() throws IOException {
    Random random = new Random(1);
    List<CustomerSequence> sequences = new ArrayList<>();
    sequences.add(sequence(random.ints(100_000, 0, 100).toArray()));
    sequences.addAll(SHOP.sequences());

    ModelArtifact artifact = train(SyntheticShop.dataset(100, sequences, TinyTraining.settings()));

    assertThat(artifact.card().metrics().get("test").get("ndcg@10")).isGreaterThan(.4);
    assertFinite(artifact, new History(sequences.get(0).items(), sequences.get(0).weights()));
  }

  @Test
  void neverTakesARefusalAsATarget() {
    CustomerSequence refusing =
        new CustomerSequence(new int[] {0, 1, 2}, new float[] {1, -1, 1}, new long[3]);

    List<TrainingWindow> windows = TrainingWindow.of(List.of(refusing), 10);

    assertThat(windows).hasSize(1);
    assertThat(windows.get(0).items()).containsExactly(0, 2);
  }

  private static ModelArtifact train(TrainingDataset dataset) throws IOException {
    return new ModelTrainer(dataset, TinyTraining.QUIET).train(null);
  }

  private static void assertFinite(ModelArtifact artifact, History history) {
    try (RecommenderModel model = RecommenderModel.load(artifact.blobs())) {
      for (float score : model.scores(List.of(history))[0]) {
        assertThat(score).isFinite();
      }
    }
  }

  /** Asks to stop once so many epochs are done, and keeps the first epoch that it heard of. */
  private static final class StopAfterEpochs implements TrainingListener {
    private final int epochs;
    private final AtomicInteger done = new AtomicInteger();
    private int first = -1;

    StopAfterEpochs(int epochs) {
      this.epochs = epochs;
    }

    @Override
    public void progressed(TrainingProgress progress) {
      if (progress.phase().equals("SEQUENCE")) {
        first = first < 0 ? (int) progress.done() : first;
        done.set((int) progress.done());
      }
    }

    @Override
    public boolean stopRequested() {
      return done.get() >= epochs;
    }
  }
}
