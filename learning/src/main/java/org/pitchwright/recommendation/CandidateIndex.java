package org.pitchwright.recommendation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.pitchwright.recommendation.artifact.ArtifactException;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Finds items whose vectors have great dot products with a query, without a look at most of them: a
 * navigable small world (HNSW, Malkov and Yashunin 2018) by Lucene. What it finds is nearly what is
 * best, and is to be scored exactly.
 *
 * <p>An item's vector is its embedding followed by its text along the principal components of all
 * texts, as 8-bit integers. A query that weighs its two halves as the blend does finds the items
 * that score best by both.
 */
public final class CandidateIndex implements AutoCloseable {
  /** Name of the vectors' field. */
  public static final String VECTOR = "vector";

  /** Name of the field with an item's index. */
  public static final String ITEM = "item";

  /** What makes vectors neighbours. */
  public static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;

  /** Name of the file beside Lucene's, with a component of texts in each row. */
  public static final String DIRECTIONS = "directions.f32";

  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_]+(\\.[a-z]+)?");

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final FloatMatrix directions;

  private CandidateIndex(Path folder, Directory directory, FloatMatrix directions)
      throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.directions = directions;
    reader = DirectoryReader.open(directory);
    leaf = reader.leaves().get(0).reader();
  }

  /**
   * The vector of an item or a query.
   *
   * @param text empty where items have no texts
   * @param directions the components of texts, in rows
   */
  public static float[] vector(float[] embedding, float[] text, FloatMatrix directions) {
    float[] vector = Arrays.copyOf(embedding, embedding.length + directions.rows());
    for (int row = 0; row < directions.rows(); row++) {
      int offset = directions.offset(row);
      float sum = 0;
      for (int k = 0; k < text.length; k++) {
        sum += text[k] * directions.values()[offset + k];
      }
      vector[embedding.length + row] = sum;
    }
    return vector;
  }

  /** A vector times {@code scale}, rounded; no product may be beyond 127. */
  public static byte[] integers(float[] vector, float scale) {
    byte[] integers = new byte[vector.length];
    for (int k = 0; k < integers.length; k++) {
      integers[k] = (byte) Math.round(vector[k] * scale);
    }
    return integers;
  }

  /**
   * Opens an index. Its files go into a temporary folder, from which the operating system keeps in
   * memory what is used, outside the heap.
   *
   * @throws ArtifactException when it is damaged, or there is no room for it
   */
  static CandidateIndex open(byte[] archive) {
    try {
      Path folder = Files.createTempDirectory("pitchwright-index");
      Directory directory = new MMapDirectory(folder);
      return new CandidateIndex(folder, directory, unzip(archive, directory));
    } catch (IOException | IllegalArgumentException e) {
      throw new ArtifactException("The index of the items cannot be opened: " + e, e);
    }
  }

  private static FloatMatrix unzip(byte[] archive, Directory directory) throws IOException {
    FloatMatrix directions = FloatMatrix.zeros(0, 0);
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.equals(DIRECTIONS)) {
          directions = FloatMatrix.fromBytes(name, zip.readAllBytes());
          continue;
        }
        if (!FILE.matcher(name).matches()) {
          throw new ArtifactException("The index of the items has a file that is not of its kind.");
        }
        try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
          for (int size = zip.read(buffer); size >= 0; size = zip.read(buffer)) {
            output.writeBytes(buffer, size);
          }
        }
      }
    }
    return directions;
  }

  /**
   * Items that are near to a query.
   *
   * @param user the query against embeddings, with its weight
   * @param taste the query against texts, with its weight; empty where items have no texts
   * @return their indexes, in no order
   */
  int[] nearest(float[] user, float[] taste, int count) {
    float[] query = vector(user, taste, directions);
    float greatest = Float.MIN_NORMAL;
    for (float value : query) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    try {
      TopDocs found =
          leaf.searchNearestVectors(
              VECTOR,
              integers(query, Byte.MAX_VALUE / greatest),
              Math.min(count, leaf.maxDoc()),
              leaf.getLiveDocs(),
              Integer.MAX_VALUE);
      return items(found.scoreDocs);
    } catch (IOException e) {
      throw new IllegalStateException("The index of the items cannot be read: " + e, e);
    }
  }

  private int[] items(ScoreDoc[] found) throws IOException {
    Arrays.sort(found, (one, other) -> Integer.compare(one.doc, other.doc)); // As they are stored.
    NumericDocValues numbers = leaf.getNumericDocValues(ITEM);
    int[] items = new int[found.length];
    for (int place = 0; place < items.length; place++) {
      if (!numbers.advanceExact(found[place].doc)) {
        throw new IllegalStateException("The index names an item that has no number.");
      }
      items[place] = (int) numbers.longValue();
    }
    return items;
  }

  @Override
  public void close() {
    try {
      reader.close();
      for (String name : directory.listAll()) {
        directory.deleteFile(name);
      }
      directory.close();
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new IllegalStateException("The index of the items cannot be closed: " + e, e);
    }
  }
}
