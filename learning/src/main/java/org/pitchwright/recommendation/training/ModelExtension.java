package org.pitchwright.recommendation.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.artifact.TextSpace;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.TrainingDataset;

/**
 * Gives a trained model the items that came into the catalogue after its training: each stands
 * where the items stand whose texts are most like its own. What was learned stays as it is.
 */
final class ModelExtension {
  private final ModelArtifact model;
  private final Precision precision;
  private final Map<String, byte[]> blobs;

  private ModelExtension(ModelArtifact model) {
    this.model = model;
    precision = model.isSmall() ? Precision.INT8 : Precision.FLOAT32;
    blobs = new LinkedHashMap<>(model.blobs());
  }

  /**
   * The model with more items.
   *
   * @param newcomers items that the model has not, with their texts; sequences do not count
   * @throws DatasetException when the model does not know how texts become vectors, or has an item
   *     already
   */
  static ModelArtifact extend(
      ModelArtifact model, TrainingDataset newcomers, int threads, TrainingListener listener)
      throws IOException {
    TextSpace space =
        model
            .textSpace()
            .orElseThrow(
                () ->
                    new DatasetException(
                        "The model was trained without texts, or by an older program, and cannot"
                            + " place new items; train it again."));
    FloatMatrix vectors = ItemTexts.others(newcomers.texts(), space, threads, listener);
    return CandidateIndexBuilder.addTo(
        new ModelExtension(model).with(newcomers.itemIds(), vectors));
  }

  private ModelArtifact with(List<String> newIds, FloatMatrix vectors) {
    List<String> ids = new ArrayList<>(model.itemIds());
    if (newIds.stream().anyMatch(new HashSet<>(ids)::contains)) {
      throw new DatasetException("The model has some of the new items already; leave them out.");
    }
    ids.addAll(newIds);
    int more = newIds.size();
    FloatMatrix texts = model.matrix(ModelArtifact.TEXTS).normalizedRows().followedBy(vectors);
    FloatMatrix popularity = model.matrix(ModelArtifact.POPULARITY);
    FloatMatrix embeddings = model.matrix(ModelArtifact.ITEM_EMBEDDINGS);
    embeddings = embeddings.followedBy(FloatMatrix.zeros(more, embeddings.columns()));
    UnseenItems.place(
        embeddings.values(), embeddings.columns(), learned(popularity.values()), texts);
    ArtifactParts.put(blobs, ModelArtifact.ITEM_EMBEDDINGS, embeddings, precision);
    ArtifactParts.put(blobs, ModelArtifact.TEXTS, texts, precision);
    ArtifactParts.put(blobs, model.transitions().widened(more), precision);
    blobs.put(
        ModelArtifact.POPULARITY, popularity.followedBy(FloatMatrix.zeros(more, 1)).toBytes());
    blobs.put(ModelArtifact.ITEM_IDS, ArtifactParts.json(ids));
    blobs.put(ModelArtifact.CARD, ArtifactParts.readableJson(model.card().withItems(ids.size())));
    return new ModelArtifact(blobs);
  }

  private static int[] learned(float[] popularity) {
    return IntStream.range(0, popularity.length).filter(item -> popularity[item] > 0).toArray();
  }
}
