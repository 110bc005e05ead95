package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.artifact.SparseMatrix;

/** A model of random weights: right in form and size, knowing nothing. */
final class UntrainedModel implements AutoCloseable {

  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  final Hyperparameters settings;
  final NetworkWeights weights;
  final SequenceNetwork network;
  private final int items;

  UntrainedModel(Hyperparameters settings, int items) {
    JniUtils.setGradMode(false);
    this.settings = settings;
    this.items = items;
    weights = new NetworkWeights(manager, settings, items, new FloatMatrix(0, 0, new float[0]));
    network = new SequenceNetwork(manager, settings, weights);
    Random random = new Random(3);
    Map<String, float[]> values = weights.values();
    for (float[] array : values.values()) {
      for (int k = 0; k < array.length; k++) {
        array[k] += (float) (random.nextGaussian() * .3);
      }
    }
    weights.restore(values);
  }

  NDManager manager() {
    return manager;
  }

  ModelArtifact artifact(
      BlendWeights blend, SparseMatrix transitions, @Nullable FloatMatrix texts) {
    return artifact(blend, transitions, texts, Precision.FLOAT32);
  }

  ModelArtifact artifact(
      BlendWeights blend,
      SparseMatrix transitions,
      @Nullable FloatMatrix texts,
      Precision precision) {
    List<String> ids = IntStream.range(0, items).mapToObj(Integer::toString).toList();
    float[] popularity = new float[items];
    return new ArtifactParts(settings, ids, weights.values(), transitions, popularity, texts, null)
        .assemble(card(blend), precision);
  }

  private ModelCard card(BlendWeights blend) {
    return new ModelCard(
        ModelCard.FORMAT_VERSION,
        items,
        settings.dimension(),
        settings.maximumLength(),
        (float) settings.temperature(),
        1f,
        blend,
        settings.seed(),
        "sha256:none",
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        0);
  }

  @Override
  public void close() {
    manager.close();
  }
}
