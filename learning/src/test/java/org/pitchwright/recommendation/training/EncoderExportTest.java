package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.SparseMatrix;

class EncoderExportTest {

  private static final int ITEMS = 30;

  @Test
  void givesWhatTheNetworkGivesForHistoriesOfAllLengths() {
    Hyperparameters settings =
        Hyperparameters.of(SyntheticShop.dataset(ITEMS, 1, 12, TinyTraining.settings()));
    Random random = new Random(3);
    JniUtils.setGradMode(false);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NetworkWeights weights =
          new NetworkWeights(manager, settings, ITEMS, new FloatMatrix(0, 0, new float[0]));
      shake(weights, random);
      SequenceNetwork network = new SequenceNetwork(manager, settings, weights);
      ArtifactParts parts = parts(settings, weights);
      try (RecommenderModel model = RecommenderModel.load(parts.assemble(card(settings)).blobs())) {
        List<History> histories =
            IntStream.rangeClosed(1, settings.maximumLength())
                .mapToObj(length -> History.of(random.ints(length, 0, ITEMS).toArray()))
                .toList();
        float[][] served = model.scores(histories);
        for (int row = 0; row < served.length; row++) {
          float[] expected = standardized(network, weights, manager, histories.get(row));
          for (int item = 0; item < ITEMS; item++) {
            assertThat(served[row][item]).isCloseTo(expected[item], within(1e-5f));
          }
        }
      }
    }
  }

  private static void shake(NetworkWeights weights, Random random) {
    var values = weights.values();
    for (float[] array : values.values()) {
      for (int k = 0; k < array.length; k++) {
        array[k] += (float) (random.nextGaussian() * .3);
      }
    }
    weights.restore(values);
  }

  private static float[] standardized(
      SequenceNetwork network, NetworkWeights weights, NDManager manager, History history) {
    int[] followed = IntStream.concat(IntStream.of(history.items()), IntStream.of(0)).toArray();
    float[] ones = new float[followed.length];
    java.util.Arrays.fill(ones, 1f);
    TrainingBatch batch = TrainingBatch.of(List.of(new TrainingWindow(followed, ones)));
    try (DropoutPool none = new DropoutPool(manager, 0, 0)) {
      float[] hidden = network.hidden(batch, none).toFloatArray();
      float[] items = Torch.normalized(weights.get(NetworkWeights.ITEMS)).toFloatArray();
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

  private static ArtifactParts parts(Hyperparameters settings, NetworkWeights weights) {
    List<String> ids = IntStream.range(0, ITEMS).mapToObj(Integer::toString).toList();
    SparseMatrix none = new SparseMatrix(ITEMS, new int[ITEMS + 1], new int[0], new float[0]);
    return new ArtifactParts(settings, ids, weights.values(), none, new float[ITEMS], null);
  }

  private static ModelCard card(Hyperparameters settings) {
    return new ModelCard(
        ModelCard.FORMAT_VERSION,
        ITEMS,
        settings.dimension(),
        settings.maximumLength(),
        .07f,
        1f,
        new BlendWeights(1f, 0f, 0f, 0f, 0f, .3f),
        42,
        "sha256:none",
        java.util.Map.of(),
        java.util.Map.of(),
        java.util.Map.of(),
        0);
  }
}
