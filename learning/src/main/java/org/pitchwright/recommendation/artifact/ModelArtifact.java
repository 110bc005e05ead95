package org.pitchwright.recommendation.artifact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.ModelCard;

/**
 * The blobs of one trained model by name.
 *
 * @param blobs file name to content
 */
public record ModelArtifact(Map<String, byte[]> blobs) {

  /** The model's card, JSON. */
  public static final String CARD = "model.json";

  /** The sequence encoder, ONNX: item vectors of a history to one user vector. */
  public static final String ENCODER = "encoder.onnx";

  /** Item embeddings, one row for each item, {@link FloatMatrix}. */
  public static final String ITEM_EMBEDDINGS = "item-embeddings.f32";

  /** Item ids in the order of the rows, a JSON array of strings. */
  public static final String ITEM_IDS = "item-ids.json";

  /** Item-to-item transitions, {@link SparseMatrix}. */
  public static final String TRANSITIONS = "item-transitions.csr";

  /** Weighted number of events of each item, {@link FloatMatrix} with one column. */
  public static final String POPULARITY = "item-popularity.f32";

  /** Centred text vectors of length 1 (or 0 without text), {@link FloatMatrix}; optional. */
  public static final String TEXTS = "item-texts.f32";

  /** How a text becomes a row of {@link #TEXTS}, {@link TextSpace}; where there are texts. */
  public static final String TEXT_SPACE = "text-space.json";

  /** An approximate index of the items, of which only large catalogues have one; optional. */
  public static final String ITEM_INDEX = "item-index.zip";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps the map as it is given, unmodifiable. */
  public ModelArtifact {
    blobs = Collections.unmodifiableMap(new LinkedHashMap<>(blobs));
  }

  /**
   * Reads every regular file of a folder.
   *
   * @throws ArtifactException when the folder cannot be read
   */
  public static ModelArtifact read(Path folder) {
    Map<String, byte[]> blobs = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        blobs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new ArtifactException("The model in " + folder + " cannot be read: " + e, e);
    }
    return new ModelArtifact(blobs);
  }

  /** Whether a folder holds all of a model, or only what was written before a crash. */
  public static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve(CARD));
  }

  /** The same model with a blob more, or with another in its place. */
  public ModelArtifact with(String name, byte[] content) {
    Map<String, byte[]> more = new LinkedHashMap<>(blobs);
    more.put(name, content);
    return new ModelArtifact(more);
  }

  /** Writes every blob as a file; the card last, so that a folder with a card is complete. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
      if (!blob.getKey().equals(CARD)) {
        Files.write(folder.resolve(blob.getKey()), blob.getValue());
      }
    }
    Path card = Files.write(folder.resolve(CARD + ".partial"), blob(CARD));
    Files.move(
        card,
        folder.resolve(CARD),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Content of a blob that must be there.
   *
   * @throws ArtifactException when it is missing
   */
  public byte[] blob(String name) {
    return optionalBlob(name)
        .orElseThrow(
            () -> new ArtifactException("The model has no " + name + ", only " + blobs.keySet()));
  }

  /** Content of a blob that need not be there. */
  public Optional<byte[]> optionalBlob(String name) {
    byte @Nullable [] content = blobs.get(name);
    return Optional.ofNullable(content);
  }

  /** The model's card. */
  public ModelCard card() {
    ModelCard card = parse(CARD, new TypeReference<ModelCard>() {});
    if (card.formatVersion() != ModelCard.FORMAT_VERSION) {
      throw new ArtifactException(
          "The model has format %d, this program reads %d; train it again."
              .formatted(card.formatVersion(), ModelCard.FORMAT_VERSION));
    }
    return card;
  }

  /** Item ids in the order of the matrix rows. */
  public List<String> itemIds() {
    return parse(ITEM_IDS, new TypeReference<List<String>>() {});
  }

  /** A dense matrix that must be there, in either precision. */
  public FloatMatrix matrix(String name) {
    return optionalMatrix(name).orElseGet(() -> FloatMatrix.fromBytes(name, blob(name)));
  }

  /** A dense matrix that need not be there, in either precision. */
  public Optional<FloatMatrix> optionalMatrix(String name) {
    return smallMatrix(name)
        .map(ByteMatrix::toFloats)
        .or(() -> optionalBlob(name).map(bytes -> FloatMatrix.fromBytes(name, bytes)));
  }

  /** A dense matrix as 8-bit integers; empty where it is not there, or there as floats. */
  public Optional<ByteMatrix> smallMatrix(String name) {
    String small = small(name);
    return optionalBlob(small).map(bytes -> ByteMatrix.fromBytes(small, bytes));
  }

  /** The item-to-item transitions, in either precision. */
  public SparseMatrix transitions() {
    String small = small(TRANSITIONS);
    return optionalBlob(small)
        .map(bytes -> SparseMatrix.fromSmallBytes(small, bytes))
        .orElseGet(() -> SparseMatrix.fromBytes(TRANSITIONS, blob(TRANSITIONS)));
  }

  /** How a text becomes a vector; empty for a model without texts, or of an older program. */
  public Optional<TextSpace> textSpace() {
    return optionalBlob(TEXT_SPACE)
        .map(content -> parse(TEXT_SPACE, new TypeReference<TextSpace>() {}));
  }

  /** Whether the matrices hold 8-bit integers. */
  public boolean isSmall() {
    return blobs.containsKey(small(ITEM_EMBEDDINGS));
  }

  /** Name of the blob that holds the same with 8-bit integers in place of floats. */
  public static String small(String name) {
    return name.substring(0, name.lastIndexOf('.')) + ".i8";
  }

  /** How many bytes all blobs but the card take. */
  public long size() {
    return blobs.entrySet().stream()
        .filter(blob -> !blob.getKey().equals(CARD))
        .mapToLong(blob -> blob.getValue().length)
        .sum();
  }

  private <T> T parse(String name, TypeReference<T> type) {
    try {
      return JSON.readValue(blob(name), type);
    } catch (IOException e) {
      throw new ArtifactException(name + " is damaged: " + e.getMessage(), e);
    }
  }
}
