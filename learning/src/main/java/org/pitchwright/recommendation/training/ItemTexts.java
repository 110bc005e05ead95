package org.pitchwright.recommendation.training;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.TextSpace;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/**
 * What the items' texts give the model: embeddings to start from and neighbours by meaning.
 *
 * @param firstEmbeddings first item embeddings, an empty matrix without texts
 * @param neighbours centred text vectors of length 1, null without texts
 * @param space how a text becomes such a vector, null without texts
 */
record ItemTexts(
    FloatMatrix firstEmbeddings, @Nullable FloatMatrix neighbours, @Nullable TextSpace space) {

  /** Divides a component by the root of its deviation: the measured middle way of whitening. */
  private static final double WHITENING = .5;

  /** Encodes the texts of a data set. */
  static ItemTexts of(TrainingDataset dataset, Hyperparameters settings, TrainingListener listener)
      throws IOException {
    if (!dataset.hasTexts()) {
      return new ItemTexts(new FloatMatrix(0, 0, new float[0]), null, null);
    }
    String model = TextVectors.model(dataset.texts());
    FloatMatrix vectors = TextVectors.of(dataset.texts(), model, settings.threads(), listener);
    PrincipalComponents components = new PrincipalComponents(vectors);
    FloatMatrix embeddings = components.project(settings.dimension(), WHITENING);
    scale(embeddings, settings);
    return new ItemTexts(
        embeddings, components.centred().normalizedRows(), space(model, components.mean()));
  }

  private static TextSpace space(String model, double[] mean) {
    return new TextSpace(
        model, DoubleStream.of(mean).mapToObj(value -> Float.valueOf((float) value)).toList());
  }

  /** Vectors of other texts, as they would be among the neighbours. */
  static FloatMatrix others(
      List<@Nullable String> texts, TextSpace space, int threads, TrainingListener listener)
      throws IOException {
    FloatMatrix vectors = TextVectors.of(texts, space.model(), threads, listener);
    double[] mean = space.mean().stream().mapToDouble(Float::doubleValue).toArray();
    return PrincipalComponents.centred(vectors, mean).normalizedRows();
  }

  /** Scales to the wanted deviation; items without a text start at random. */
  private static void scale(FloatMatrix embeddings, Hyperparameters settings) {
    float[] values = embeddings.values();
    double squares = 0;
    int described = 0;
    for (float value : values) {
      squares += (double) value * value;
      described += value == 0 ? 0 : 1;
    }
    double deviation = Math.sqrt(squares / Math.max(1, described));
    double factor = deviation == 0 ? 0 : settings.initialDeviation() / deviation;
    Random random = new Random(settings.seed() + 1);
    for (int k = 0; k < values.length; k++) {
      values[k] =
          values[k] == 0
              ? (float) (random.nextGaussian() * settings.initialDeviation())
              : (float) (values[k] * factor);
    }
  }
}
