package org.pitchwright.recommendation.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.artifact.ByteMatrix;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.artifact.SparseMatrix;
import org.pitchwright.recommendation.artifact.TextSpace;

/**
 * What an artefact is put together from.
 *
 * @param settings of the training
 * @param itemIds item ids in the order of rows
 * @param weights learned weights of the network
 * @param transitions item-to-item transitions
 * @param popularity weighted number of events of each item
 * @param texts centred text vectors, or null without texts
 * @param space how texts became vectors, or null without texts
 */
record ArtifactParts(
    Hyperparameters settings,
    List<String> itemIds,
    Map<String, float[]> weights,
    SparseMatrix transitions,
    float[] popularity,
    @Nullable FloatMatrix texts,
    @Nullable TextSpace space) {

  private static final ObjectMapper JSON = new ObjectMapper();

  ModelArtifact assemble(ModelCard card, Precision precision) {
    float[] embeddings = weights.getOrDefault(NetworkWeights.ITEMS, new float[0]);
    FloatMatrix items = new FloatMatrix(itemIds.size(), settings.dimension(), embeddings);
    Map<String, byte[]> blobs = new LinkedHashMap<>();
    blobs.put(ModelArtifact.ENCODER, EncoderExport.export(settings, weights, precision));
    put(blobs, ModelArtifact.ITEM_EMBEDDINGS, items, precision);
    put(blobs, transitions, precision);
    blobs.put(ModelArtifact.POPULARITY, new FloatMatrix(itemIds.size(), 1, popularity).toBytes());
    if (texts != null) {
      put(blobs, ModelArtifact.TEXTS, texts, precision);
    }
    if (space != null) {
      blobs.put(ModelArtifact.TEXT_SPACE, json(space));
    }
    blobs.put(ModelArtifact.ITEM_IDS, json(itemIds));
    blobs.put(ModelArtifact.CARD, readableJson(card));
    return new ModelArtifact(blobs);
  }

  static byte[] json(Object part) {
    return write(JSON.writer(), part);
  }

  static byte[] readableJson(ModelCard card) {
    return write(JSON.writerWithDefaultPrettyPrinter(), card);
  }

  private static byte[] write(ObjectWriter writer, Object part) {
    try {
      return writer.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A part of the model cannot be written.", e);
    }
  }

  static void put(Map<String, byte[]> blobs, SparseMatrix transitions, Precision precision) {
    if (precision == Precision.INT8) {
      blobs.put(ModelArtifact.small(ModelArtifact.TRANSITIONS), transitions.toSmallBytes());
    } else {
      blobs.put(ModelArtifact.TRANSITIONS, transitions.toBytes());
    }
  }

  static void put(Map<String, byte[]> blobs, String name, FloatMatrix matrix, Precision precision) {
    if (precision == Precision.INT8) {
      blobs.put(ModelArtifact.small(name), ByteMatrix.of(matrix).toBytes());
    } else {
      blobs.put(name, matrix.toBytes());
    }
  }
}
