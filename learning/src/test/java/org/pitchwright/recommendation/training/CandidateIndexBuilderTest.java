package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.ScoredItem;
import org.pitchwright.recommendation.ScoredItems;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.ArtifactException;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.artifact.SparseMatrix;

class CandidateIndexBuilderTest {
  private static final int ITEMS = 3_000;
  private static final int TEXT_WIDTH = 40;
  private static final int TOP = 10;
  private static final BlendWeights BLEND = new BlendWeights(1f, .1f, .4f, .05f, 2f, .3f);

  private static UntrainedModel untrained;

  @BeforeAll
  static void prepare() {
    Hyperparameters settings =
        Hyperparameters.of(SyntheticShop.dataset(10, 10, 5, TinyTraining.settings()));
    untrained = new UntrainedModel(settings, ITEMS);
  }

  @AfterAll
  static void close() {
    untrained.close();
  }

  private static ModelArtifact artifact(Precision precision) {
    return untrained.artifact(BLEND, transitions(), texts(), precision);
  }

  /** From each item to the seven that come next. */
  private static SparseMatrix transitions() {
    int[] starts = IntStream.rangeClosed(0, ITEMS).map(row -> Math.max(0, 7 * row)).toArray();
    int[] columns =
        IntStream.range(0, ITEMS)
            .flatMap(row -> IntStream.rangeClosed(1, 7).map(next -> (row + next) % ITEMS).sorted())
            .toArray();
    float[] values = new float[columns.length];
    IntStream.range(0, values.length).forEach(k -> values[k] = 1f + k % 5);
    return new SparseMatrix(ITEMS, starts, columns, values);
  }

  private static FloatMatrix texts() {
    Random random = new Random(5);
    FloatMatrix texts = FloatMatrix.zeros(ITEMS, TEXT_WIDTH);
    for (int k = TEXT_WIDTH; k < texts.values().length; k++) { // The first item has no text.
      texts.values()[k] = (float) random.nextGaussian();
    }
    return texts.normalizedRows();
  }

  private static List<History> histories() {
    Random random = new Random(7);
    List<History> histories = new ArrayList<>(List.of(History.EMPTY));
    for (int customer = 0; customer < 40; customer++) {
      histories.add(History.of(random.ints(1 + customer % 9, 0, ITEMS).toArray()));
    }
    histories.add(new History(new int[] {3, 900, 17}, new float[] {1, -1, 2}));
    return histories;
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void findsTheBestOfAllItemsAndScoresThemAsTheWholeModelDoes(Precision precision) {
    ModelArtifact plain = artifact(precision);
    try (RecommenderModel exact = RecommenderModel.load(plain.blobs());
        RecommenderModel indexed =
            RecommenderModel.load(CandidateIndexBuilder.indexed(plain).blobs())) {
      float[][] all = exact.scores(histories());
      List<ScoredItems> found = indexed.candidates(histories(), 200);
      int hits = 0;
      for (int row = 0; row < all.length; row++) {
        Map<Integer, Float> scores = new HashMap<>();
        for (int place = 0; place < found.get(row).items().length; place++) {
          int item = found.get(row).items()[place];
          scores.put(item, found.get(row).scores()[place]);
          assertThat(found.get(row).scores()[place]).isCloseTo(all[row][item], within(2e-3f));
        }
        hits += (int) best(all[row]).stream().filter(scores::containsKey).count();
      }
      assertThat(hits / (double) (TOP * all.length)).isGreaterThan(.97);
    }
  }

  private static List<Integer> best(float[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(item -> -scores[item]))
        .limit(TOP)
        .toList();
  }

  @Test
  void findsTheSameSimilarItems() {
    ModelArtifact plain = artifact(Precision.INT8);
    try (RecommenderModel exact = RecommenderModel.load(plain.blobs());
        RecommenderModel indexed =
            RecommenderModel.load(CandidateIndexBuilder.indexed(plain).blobs())) {
      assertThat(indexed.similar(40, 3))
          .extracting(ScoredItem::item)
          .isEqualTo(exact.similar(40, 3).stream().map(ScoredItem::item).toList());
    }
  }

  @Test
  void indexesOnlyWhatIsLarge() {
    ModelArtifact plain = artifact(Precision.INT8);

    assertThat(CandidateIndexBuilder.addTo(plain)).isSameAs(plain);
    try (RecommenderModel model = RecommenderModel.load(plain.blobs())) {
      assertThat(model.hasIndex()).isFalse();
      assertThatThrownBy(() -> model.candidates(histories(), 10))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no index");
    }
  }

  @Test
  void refusesADamagedIndex() {
    ModelArtifact damaged =
        artifact(Precision.INT8).with(ModelArtifact.ITEM_INDEX, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> RecommenderModel.load(damaged.blobs()))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("index");
  }
}
