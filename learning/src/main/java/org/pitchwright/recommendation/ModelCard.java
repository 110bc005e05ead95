package org.pitchwright.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What a trained model says about itself: the content of {@code model.json}.
 *
 * @param formatVersion version of the artefact's layout
 * @param items number of items
 * @param dimension width of the item embeddings
 * @param maximumLength number of latest positive events that the sequence model reads
 * @param temperature τ of cosine/τ
 * @param typicalWeight mean positive event weight in training; serving weighs events against it
 * @param blend how the parts are averaged
 * @param seed the seed that reproduces this model
 * @param dataFingerprint {@code sha256:…} of the data set
 * @param hyperparameters all settings of the training, resolved
 * @param metrics {@code validation}, {@code test}, {@code popularity}, {@code exposure}, {@code
 *     fairness}, {@code data}: name to value
 * @param libraries library name to version
 * @param trainingSeconds wall-clock time of the training
 * @param peakMemoryMiB the most memory that the training took; 0 where an older program did not
 *     write it down
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelCard(
    int formatVersion,
    int items,
    int dimension,
    int maximumLength,
    float temperature,
    float typicalWeight,
    BlendWeights blend,
    long seed,
    String dataFingerprint,
    Map<String, Object> hyperparameters,
    Map<String, Map<String, Double>> metrics,
    Map<String, String> libraries,
    double trainingSeconds,
    long peakMemoryMiB) {

  /** The layout that this version of the program writes and reads. */
  public static final int FORMAT_VERSION = 1;

  /** The card of the same model with another number of items. */
  public ModelCard withItems(int count) {
    return new ModelCard(
        formatVersion,
        count,
        dimension,
        maximumLength,
        temperature,
        typicalWeight,
        blend,
        seed,
        dataFingerprint,
        hyperparameters,
        metrics,
        libraries,
        trainingSeconds,
        peakMemoryMiB);
  }
}
