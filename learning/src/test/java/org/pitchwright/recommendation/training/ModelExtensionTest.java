package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.ScoredItem;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.TrainingDataset;

class ModelExtensionTest {
  private static final int ITEMS = 40;
  private static final int GROUP = 10;
  private static final List<String> KINDS =
      List.of(
          "Camping tent for %d people, waterproof",
          "Espresso coffee beans, dark roast, bag %d",
          "Smartphone case, model %d, leather",
          "Children's picture book about animals, volume %d");
  private static final String NEW_TENT = "Ultralight trekking tent, waterproof";
  private static final int TENT = ITEMS;

  private static ModelArtifact trained;
  private static ModelArtifact extended;

  @BeforeAll
  static void train() throws IOException {
    TrainingDataset shop =
        SyntheticShop.dataset(ITEMS, 300, 12, TinyTraining.settings()).withTexts(texts());
    trained = new ModelTrainer(shop, TinyTraining.QUIET).train(null);
    extended =
        ModelExtension.extend(
            trained,
            newcomers(List.of("new-tent", "nameless"), Arrays.asList(NEW_TENT, null)),
            1,
            TinyTraining.QUIET);
  }

  private static List<@Nullable String> texts() {
    List<@Nullable String> texts = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      texts.add(KINDS.get(item / GROUP).formatted(item % GROUP + 1));
    }
    return texts;
  }

  private static TrainingDataset newcomers(List<String> ids, List<@Nullable String> texts) {
    return new TrainingDataset(ids, texts, List.of(), TinyTraining.settings(), "sha256:new");
  }

  @Test
  void placesANewItemAmongThoseWithSuchTexts() {
    try (RecommenderModel model = RecommenderModel.load(extended.blobs())) {
      assertThat(model.itemId(TENT)).isEqualTo("new-tent");
      assertThat(model.similar(TENT, 5)).extracting(ScoredItem::item).allMatch(i -> i < GROUP);

      float[] scores = model.scores(List.of(History.of(2, 3, 4)))[0];
      int before =
          (int) IntStream.range(0, ITEMS).filter(item -> scores[item] > scores[TENT]).count();
      assertThat(before).isLessThan(GROUP);
    }
  }

  @Test
  void leavesTheOrderOfTheOtherItemsAsItWas() {
    try (RecommenderModel before = RecommenderModel.load(trained.blobs());
        RecommenderModel after = RecommenderModel.load(extended.blobs())) {
      History history = History.of(12, 13, 14);
      assertThat(order(after.scores(List.of(history))[0]))
          .isEqualTo(order(before.scores(List.of(history))[0]));
    }
    assertThat(extended.card().metrics()).isEqualTo(trained.card().metrics());
    assertThat(extended.card().items()).isEqualTo(ITEMS + 2);
  }

  private static List<Integer> order(float[] scores) {
    return IntStream.range(0, GROUP)
        .map(place -> GROUP + place)
        .boxed()
        .sorted((a, b) -> Float.compare(scores[b], scores[a]))
        .toList();
  }

  @Test
  void anExtendedModelCanBeExtendedAgain() throws IOException {
    ModelArtifact twice =
        ModelExtension.extend(
            extended,
            newcomers(List.of("new-beans"), List.of("Arabica coffee beans, light roast")),
            1,
            TinyTraining.QUIET);

    try (RecommenderModel model = RecommenderModel.load(twice.blobs())) {
      assertThat(model.similar(ITEMS + 2, 5))
          .extracting(ScoredItem::item)
          .allMatch(item -> item / GROUP == 1);
    }
  }

  @Test
  void refusesItemsThatItHasAndModelsWithoutTexts() throws IOException {
    TrainingDataset again = newcomers(List.of("item-7"), List.of("Camping tent"));
    assertThatThrownBy(() -> ModelExtension.extend(trained, again, 1, TinyTraining.QUIET))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("already");
    ModelArtifact textless =
        new ModelTrainer(
                SyntheticShop.dataset(ITEMS, 100, 12, TinyTraining.settings()), TinyTraining.QUIET)
            .train(null);
    assertThatThrownBy(() -> ModelExtension.extend(textless, again, 1, TinyTraining.QUIET))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("train it again");
  }
}
