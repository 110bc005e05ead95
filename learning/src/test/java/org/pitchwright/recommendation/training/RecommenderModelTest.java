package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.ScoreBreakdown;
import org.pitchwright.recommendation.ScoredItem;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.ArtifactException;
import org.pitchwright.recommendation.artifact.ModelArtifact;

class RecommenderModelTest {

  private static ModelArtifact artifact;
  private static RecommenderModel model;

  @BeforeAll
  static void train() throws IOException {
    artifact =
        new ModelTrainer(
                SyntheticShop.dataset(100, 400, 14, TinyTraining.settings()), TinyTraining.QUIET)
            .train(null);
    model = RecommenderModel.load(artifact.blobs());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void ranksTheNextItemOfTheWalkFirst() {
    float[] scores = model.scores(List.of(History.of(40, 41, 42)))[0];

    assertThat(best(scores)).isEqualTo(43);
  }

  @Test
  void scoresAHistoryTheSameAloneAndInABatch() {
    List<History> histories = List.of(History.of(1), History.of(5, 6, 7, 8), History.EMPTY);
    float[][] together = model.scores(histories);

    for (int row = 0; row < histories.size(); row++) {
      float[] alone = model.scores(List.of(histories.get(row)))[0];
      for (int item = 0; item < alone.length; item++) {
        assertThat(together[row][item]).isCloseTo(alone[item], within(1e-4f));
      }
    }
  }

  @Test
  void ranksByPopularityWhereNothingIsKnown() {
    float[] scores = model.scores(List.of(History.EMPTY))[0];

    assertThat(best(scores)).isEqualTo(best(model.popularity()));
  }

  @Test
  void lowersWhatIsRefusedAndWhatResemblesIt() {
    int neighbour = model.similar(43, 1).get(0).item();
    History wanted = History.of(40, 41, 42);
    History refusing = new History(new int[] {40, 41, 42, 43}, new float[] {1, 1, 1, -1});
    float[] before = model.scores(List.of(wanted))[0];
    float[] after = model.scores(List.of(refusing))[0];

    assertThat(after[43]).isLessThan(before[43] - 1);
    assertThat(after[neighbour]).isLessThan(before[neighbour]);
  }

  @Test
  void aShortlistScoresItsItemsAsTheWholeModelDoes() {
    int[] chosen = {43, 3, 99, 0, 41};
    List<History> histories =
        List.of(
            History.of(3, 77, 40, 41, 42),
            History.EMPTY,
            new History(new int[] {40, 41, 43}, new float[] {1, 3, -1}),
            new History(new int[] {7}, new float[] {-1}));

    float[][] whole = model.scores(histories);
    float[][] some = model.shortlist(chosen).scores(histories);

    for (int row = 0; row < whole.length; row++) {
      for (int place = 0; place < chosen.length; place++) {
        assertThat(some[row][place]).isCloseTo(whole[row][chosen[place]], within(1e-3f));
      }
    }
  }

  @Test
  void thePartsOfAScoreAddUpToIt() {
    int[] chosen = {43, 3, 99, 0, 41};
    List<History> histories =
        List.of(
            History.of(3, 77, 40, 41, 42),
            History.EMPTY,
            new History(new int[] {40, 41, 43}, new float[] {1, 3, -1}),
            new History(new int[] {7}, new float[] {-1}));

    for (History history : histories) {
      float[] scores = model.scores(List.of(history))[0];
      List<ScoreBreakdown> parts = model.breakdown(history, chosen);
      for (int place = 0; place < chosen.length; place++) {
        assertThat((float) parts.get(place).score())
            .isCloseTo(scores[chosen[place]], within(1e-4f));
      }
    }
  }

  @Test
  void aRefusedItemIsWhatTakesAway() {
    int[] refused = {43};

    ScoreBreakdown parts =
        model
            .breakdown(new History(new int[] {40, 41, 43}, new float[] {1, 3, -1}), refused)
            .get(0);

    assertThat(parts.refusals()).isNegative();
    assertThat(model.breakdown(History.of(40, 41), refused).get(0).refusals()).isZero();
  }

  @Test
  void findsSimilarItemsWithoutTheItemItself() {
    List<ScoredItem> similar = model.similar(40, 5);

    assertThat(similar).hasSize(5).extracting(ScoredItem::item).doesNotContain(40).contains(41);
    assertThat(similar).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
  }

  @Test
  void tellsHowAlikeTwoItemsAre() {
    assertThat(model.similarity(7, 7)).isCloseTo(1, within(1e-5f));
    assertThat(model.similarity(7, 8)).isBetween(-1f, 1f).isEqualTo(model.similarity(8, 7));
    assertThat(model.similarity(7, 8)).isGreaterThan(model.similarity(7, 57));
  }

  @Test
  void knowsItsItemsById() {
    assertThat(model.indexOf("item-7")).hasValue(7);
    assertThat(model.itemId(7)).isEqualTo("item-7");
    assertThat(model.indexOf("unknown")).isEmpty();
    assertThat(model.itemCount()).isEqualTo(100);
  }

  @Test
  void refusesAnItemThatItDoesNotKnow() {
    assertThatThrownBy(() -> model.scores(List.of(History.of(100))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("items 0 to 99");
  }

  @Test
  void givesEqualAnswersToManyThreads() {
    History history = History.of(40, 41, 42);
    float[] expected = model.scores(List.of(history))[0];

    IntStream.range(0, 200)
        .parallel()
        .forEach(request -> assertThat(model.scores(List.of(history))[0]).isEqualTo(expected));
  }

  @Test
  void refusesToAnswerOnceClosed() {
    RecommenderModel closed = RecommenderModel.load(artifact.blobs());
    closed.close();

    assertThatThrownBy(() -> closed.scores(List.of(History.of(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void namesTheBlobThatIsDamaged() {
    for (String name : artifact.blobs().keySet()) {
      if (name.equals(ModelArtifact.ENCODER)) {
        continue; // The runtime that reads it has words of its own.
      }
      Map<String, byte[]> blobs = new LinkedHashMap<>(artifact.blobs());
      blobs.put(name, new byte[] {1, 2, 3});

      assertThatThrownBy(() -> RecommenderModel.load(blobs))
          .isInstanceOf(ArtifactException.class)
          .hasMessageContaining(name);
    }
  }

  private static int best(float[] scores) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
    order.sort((a, b) -> Float.compare(scores[b], scores[a]));
    return order.get(0);
  }
}
