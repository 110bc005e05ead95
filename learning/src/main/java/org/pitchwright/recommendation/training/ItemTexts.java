package org.pitchwright.recommendation.training;

import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/**
 * What the items' texts give the model.
 *
 * @param firstEmbeddings first item embeddings, an empty matrix without texts
 * @param neighbours centred text vectors, null without texts
 */
record ItemTexts(FloatMatrix firstEmbeddings, @Nullable FloatMatrix neighbours) {

  static ItemTexts of(
      TrainingDataset dataset, Hyperparameters settings, TrainingListener listener) {
    return new ItemTexts(new FloatMatrix(0, 0, new float[0]), null);
  }
}
