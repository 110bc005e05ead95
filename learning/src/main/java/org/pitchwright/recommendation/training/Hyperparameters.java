package org.pitchwright.recommendation.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/**
 * All settings of a training, resolved.
 *
 * @param seed reproduces the training exactly
 * @param dimension width of embeddings and layers
 * @param layers number of transformer layers
 * @param heads attention heads; divides {@code dimension}
 * @param feedForward width inside a layer
 * @param dropout share of values dropped from embeddings and in layers, 0 to below 1
 * @param temperature τ of cosine/τ, .02 to 1
 * @param negatives uniform negatives shared by a batch
 * @param fullSoftmaxUpTo catalogues up to this size use all items instead of a sample
 * @param tokensPerBatch about how many events one batch holds
 * @param learningRate of Adam at the start; it falls along a cosine to 2%
 * @param weightDecay L2 of Adam
 * @param epochs passes over the data
 * @param patience validations without a better NDCG@10 before the training stops early
 * @param maximumLength number of latest events that the model reads
 * @param initialDeviation standard deviation of the first item embeddings
 * @param validationCases greatest number of cases for early stopping and blend weights
 * @param threads processor cores that may be used
 * @param quantizationMargin share of the validation NDCG@10 that the model may lose when its
 *     numbers become 8-bit integers; if it loses more, or with 0, it keeps floats
 */
public record Hyperparameters(
    long seed,
    int dimension,
    int layers,
    int heads,
    int feedForward,
    double dropout,
    double temperature,
    int negatives,
    int fullSoftmaxUpTo,
    int tokensPerBatch,
    double learningRate,
    double weightDecay,
    int epochs,
    int patience,
    int maximumLength,
    double initialDeviation,
    int validationCases,
    int threads,
    double quantizationMargin) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Checks ranges. */
  public Hyperparameters {
    require(dimension >= 1 && heads >= 1 && dimension % heads == 0, "heads must divide dimension");
    require(layers >= 1 && layers <= 16, "layers must be 1 to 16");
    require(feedForward >= 1, "feedForward must be at least 1");
    require(dropout >= 0 && dropout < 1, "dropout must be 0 to below 1");
    require(temperature >= .02 && temperature <= 1, "temperature must be .02 to 1");
    require(negatives >= 1 && tokensPerBatch >= 1, "negatives and tokensPerBatch: at least 1");
    require(learningRate > 0 && learningRate < 1, "learningRate must be above 0 and below 1");
    require(weightDecay >= 0 && weightDecay < 1, "weightDecay must be 0 to below 1");
    require(epochs >= 1 && patience >= 1, "epochs and patience must be at least 1");
    require(maximumLength >= 1 && maximumLength <= 1000, "maximumLength must be 1 to 1000");
    require(initialDeviation > 0, "initialDeviation must be above 0");
    require(
        quantizationMargin >= 0 && quantizationMargin < 1,
        "quantizationMargin must be 0 to below 1");
    require(validationCases >= 1 && threads >= 1, "validationCases and threads: at least 1");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new DatasetException("Training settings: " + message + ".");
    }
  }

  /**
   * Settings for a data set: defaults that suit its size, and what the data set says otherwise.
   *
   * @throws DatasetException when a setting is unknown or out of its range
   */
  public static Hyperparameters of(TrainingDataset dataset) {
    Map<String, Object> values = new LinkedHashMap<>(JSON.convertValue(defaults(dataset), MAP));
    for (Map.Entry<String, Object> setting : dataset.settings().entrySet()) {
      if (values.replace(setting.getKey(), setting.getValue()) == null) {
        throw new DatasetException(
            "Training setting \"%s\" is unknown; known are %s."
                .formatted(setting.getKey(), values.keySet()));
      }
    }
    try {
      return JSON.convertValue(values, Hyperparameters.class);
    } catch (IllegalArgumentException e) {
      throw new DatasetException("Training settings: " + e.getMessage(), e);
    }
  }

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static Hyperparameters defaults(TrainingDataset dataset) {
    int fullSoftmaxUpTo = 2048;
    boolean small = dataset.itemIds().size() <= fullSoftmaxUpTo;
    int dimension = SequenceLengths.dimension(dataset.sequences());
    boolean manyEvents = dimension > SequenceLengths.NARROW;
    int epochs = small ? 10 : dataset.hasTexts() && !manyEvents ? 20 : 32;
    return new Hyperparameters(
        42,
        dimension,
        2,
        2,
        dimension,
        SequenceLengths.dropout(dataset.sequences()),
        .07,
        1024,
        fullSoftmaxUpTo,
        1536,
        2e-3,
        0,
        epochs,
        4,
        SequenceLengths.maximumLength(dataset.sequences()),
        .05,
        4000,
        Math.min(2, Runtime.getRuntime().availableProcessors()),
        .01);
  }

  /** Name to value, for the model's card. */
  public Map<String, Object> asMap() {
    return JSON.convertValue(this, MAP);
  }
}
