package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.SparseMatrix;

class EncoderExportTest {

  private static final int ITEMS = 30;
  private static final BlendWeights SEQUENCE_ONLY = new BlendWeights(1f, 0f, 0f, 0f, 0f, .3f);

  @Test
  void givesWhatTheNetworkGivesForHistoriesOfAllLengths() {
    Hyperparameters settings =
        Hyperparameters.of(SyntheticShop.dataset(ITEMS, 1, 12, TinyTraining.settings()));
    SparseMatrix none = new SparseMatrix(ITEMS, new int[ITEMS + 1], new int[0], new float[0]);
    Random random = new Random(3);
    List<History> histories =
        IntStream.rangeClosed(1, settings.maximumLength())
            .mapToObj(length -> History.of(random.ints(length, 0, ITEMS).toArray()))
            .toList();
    try (UntrainedModel untrained = new UntrainedModel(settings, ITEMS);
        RecommenderModel model =
            RecommenderModel.load(untrained.artifact(SEQUENCE_ONLY, none, null).blobs())) {
      float[][] served = model.scores(histories);
      for (int row = 0; row < served.length; row++) {
        float[] expected = networkScores(untrained, histories.get(row));
        for (int item = 0; item < ITEMS; item++) {
          assertThat(served[row][item]).isCloseTo(expected[item], within(1e-5f));
        }
      }
    }
  }

  private static float[] networkScores(UntrainedModel untrained, History history) {
    int[] followed = IntStream.concat(IntStream.of(history.items()), IntStream.of(0)).toArray();
    float[] ones = new float[followed.length];
    Arrays.fill(ones, 1f);
    TrainingBatch batch = TrainingBatch.of(List.of(new TrainingWindow(followed, ones)));
    try (DropoutPool none = new DropoutPool(untrained.manager(), 0, 0)) {
      float[] hidden = untrained.network.hidden(batch, none).toFloatArray();
      float[] items = Torch.normalized(untrained.weights.get(NetworkWeights.ITEMS)).toFloatArray();
      int width = items.length / ITEMS;
      float[] scores = new float[ITEMS];
      for (int item = 0; item < ITEMS; item++) {
        for (int k = 0; k < width; k++) {
          scores[item] += hidden[hidden.length - width + k] * items[item * width + k];
        }
      }
      return standardized(scores);
    }
  }

  private static float[] standardized(float[] scores) {
    double mean = 0;
    double squares = 0;
    for (float score : scores) {
      mean += score / scores.length;
      squares += score * score / scores.length;
    }
    double deviation = Math.sqrt(squares - mean * mean);
    float[] result = new float[scores.length];
    for (int item = 0; item < scores.length; item++) {
      result[item] = (float) ((scores[item] - mean) / deviation);
    }
    return result;
  }
}
