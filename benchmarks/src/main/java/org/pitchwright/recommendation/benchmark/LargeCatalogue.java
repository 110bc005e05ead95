package org.pitchwright.recommendation.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.pitchwright.recommendation.artifact.ByteMatrix;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.training.CandidateIndexBuilder;

/**
 * A trained model with many more items than it was trained on: each further item lies between two
 * of the others, chosen at random, by its embedding and by its text, and nobody has bought it. What
 * was learned of the others stays, so that whom they are recommended to can still be judged.
 */
final class LargeCatalogue {
  private static final String PREFIX = "benchmark-item-";
  private static final float NEARER = .7f;
  private static final float NOISE = .5f;
  private static final long SEED = 42;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelArtifact model;
  private final int known;
  private final int[] first;
  private final int[] second;

  private LargeCatalogue(ModelArtifact model, int items) {
    this.model = model;
    known = model.itemIds().size();
    Random random = new Random(SEED);
    first = random.ints(items - known, 0, known).toArray();
    second = random.ints(items - known, 0, known).toArray();
  }

  /** The model with so many items, and with an index of them. */
  static ModelArtifact of(ModelArtifact model, int items) {
    return CandidateIndexBuilder.addTo(new LargeCatalogue(model, items).enlarged());
  }

  private ModelArtifact enlarged() {
    Map<String, byte[]> blobs = new LinkedHashMap<>(model.blobs());
    enlarge(blobs, ModelArtifact.ITEM_EMBEDDINGS);
    enlarge(blobs, ModelArtifact.TEXTS);
    blobs.put(
        ModelArtifact.small(ModelArtifact.TRANSITIONS),
        model.transitions().widened(first.length).toSmallBytes());
    FloatMatrix popularity = model.matrix(ModelArtifact.POPULARITY);
    float[] once = new float[first.length];
    Arrays.fill(once, 1f);
    blobs.put(
        ModelArtifact.POPULARITY,
        popularity.followedBy(new FloatMatrix(once.length, 1, once)).toBytes());
    List<String> ids = new ArrayList<>(model.itemIds());
    for (int item = 0; item < first.length; item++) {
      ids.add(PREFIX + item);
    }
    blobs.put(ModelArtifact.ITEM_IDS, json(ids));
    blobs.put(ModelArtifact.CARD, json(model.card().withItems(ids.size())));
    return new ModelArtifact(blobs);
  }

  private static byte[] json(Object part) {
    try {
      return JSON.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A part of the model cannot be written", e);
    }
  }

  private void enlarge(Map<String, byte[]> blobs, String name) {
    Optional<FloatMatrix> vectors = model.optionalMatrix(name);
    if (vectors.isPresent()) {
      blobs.put(ModelArtifact.small(name), more(vectors.get()).toBytes());
    }
  }

  /** In pieces, as a million vectors of floats would take more memory than everything else. */
  private ByteMatrix more(FloatMatrix vectors) {
    int columns = vectors.columns();
    int rows = known + first.length;
    ByteMatrix all =
        new ByteMatrix(rows, columns, new float[rows], new byte[Math.multiplyExact(rows, columns)]);
    put(all, 0, vectors);
    Random random = new Random(SEED);
    FloatMatrix unit = vectors.normalizedRows();
    for (int item = 0; item < first.length; item++) {
      float[] between = new float[columns];
      for (int k = 0; k < columns; k++) {
        between[k] =
            NEARER * unit.values()[unit.offset(first[item]) + k]
                + (1 - NEARER) * unit.values()[unit.offset(second[item]) + k]
                + (float) (NOISE * random.nextGaussian() / Math.sqrt(columns));
      }
      put(all, known + item, new FloatMatrix(1, columns, between).normalizedRows());
    }
    return all;
  }

  private static void put(ByteMatrix all, int row, FloatMatrix rows) {
    ByteMatrix small = ByteMatrix.of(rows);
    System.arraycopy(small.scales(), 0, all.scales(), row, small.rows());
    System.arraycopy(small.values(), 0, all.values(), row * all.columns(), small.values().length);
  }
}
