package org.pitchwright.recommendation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.ArtifactException;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/**
 * A trained recommender, ready to score. Safe for use by several threads.
 *
 * <p>The score of an item is a weighted sum of standard scores (see {@link BlendWeights}): the
 * transformer's (SASRec, Kang and McAuley 2018), item-to-item transitions, neighbours by text.
 */
public final class RecommenderModel implements AutoCloseable {

  /** Share of transitions in a reason: chosen where most reasons prove to be causes. */
  private static final float FOLLOWS = .3f;

  private final ModelCard card;
  private final List<String> itemIds;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final SequenceEncoder encoder;
  private final ItemVectors items;
  private final float[] popularity;
  private final ScoreParts parts;

  private RecommenderModel(ModelArtifact artifact) {
    card = artifact.card();
    itemIds = List.copyOf(artifact.itemIds());
    FloatMatrix embeddings = artifact.matrix(ModelArtifact.ITEM_EMBEDDINGS);
    popularity = artifact.matrix(ModelArtifact.POPULARITY).values();
    if (embeddings.rows() != itemIds.size() || popularity.length != itemIds.size()) {
      throw new ArtifactException(
          "The model has %d item ids, %d embeddings and %d popularities; train it again."
              .formatted(itemIds.size(), embeddings.rows(), popularity.length));
    }
    for (int item = 0; item < itemIds.size(); item++) {
      indexes.put(itemIds.get(item), item);
    }
    items = new ItemVectors(embeddings);
    parts =
        new ScoreParts(
            artifact.transitions(), items, texts(artifact), popularity, card.typicalWeight());
    encoder = new SequenceEncoder(artifact.blob(ModelArtifact.ENCODER), embeddings);
  }

  private static @Nullable ItemVectors texts(ModelArtifact artifact) {
    return artifact.optionalMatrix(ModelArtifact.TEXTS).map(ItemVectors::new).orElse(null);
  }

  /**
   * Loads a model from its blobs.
   *
   * @throws ArtifactException when a blob is missing or damaged
   */
  public static RecommenderModel load(Map<String, byte[]> artifact) {
    return new RecommenderModel(new ModelArtifact(artifact));
  }

  /**
   * Loads a model from a folder.
   *
   * @throws ArtifactException when a file is missing or damaged
   */
  public static RecommenderModel load(Path folder) {
    return new RecommenderModel(ModelArtifact.read(folder));
  }

  /** What the model says about itself. */
  public ModelCard card() {
    return card;
  }

  /** Number of items. */
  public int itemCount() {
    return itemIds.size();
  }

  /** Index of an item, empty for one that the model does not know. */
  public OptionalInt indexOf(String itemId) {
    Integer index = indexes.get(itemId);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Id of the item at an index from 0 to {@link #itemCount()} − 1. */
  public String itemId(int item) {
    return itemIds.get(item);
  }

  /** Weighted number of events of each item in training. */
  public float[] popularity() {
    return popularity.clone();
  }

  /**
   * Scores of all items for each history; nothing is excluded. A history without a positive event
   * gets the standard scores of the logarithm of popularity.
   *
   * @return {@code [history][item]}, all finite, comparable within one history
   * @throws IllegalArgumentException when a history names an item that the model has not
   * @throws IllegalStateException when the model gives a score that is not finite
   */
  public float[][] scores(List<History> histories) {
    List<int[]> positions = histories.stream().map(this::latestPositive).toList();
    float[][] scores = new float[histories.size()][itemCount()];
    scoreSequences(histories, positions, scores);
    BlendWeights blend = card.blend();
    float[][] texts =
        blend.texts() != 0 && parts.hasTexts()
            ? parts.texts(histories, positions, blend.decay(), itemCount())
            : new float[0][];
    float[] scratch = new float[itemCount()];
    for (int row = 0; row < scores.length; row++) {
      float[] text = texts.length == 0 ? null : texts[row];
      blend(histories.get(row), positions.get(row), scores[row], text, scratch);
    }
    return scores;
  }

  /**
   * The standard scores before they are averaged, in the order sequence, transitions, texts,
   * popularity: what a search for blend weights or an explanation of a score works on.
   *
   * @return {@code [part][item]}; zeros where a part has nothing to say
   */
  public float[][] standardizedParts(History history) {
    int[] positions = latestPositive(history);
    float[][] scores = new float[4][itemCount()];
    float[][] sequence = {scores[0]};
    scoreSequences(List.of(history), List.of(positions), sequence);
    parts.transitions(history, positions, card.blend().decay(), scores[1]);
    parts.texts(history, positions, card.blend().decay(), scores[2]);
    parts.popularity(scores[3]);
    for (float[] part : scores) {
      StandardScores.standardize(part, 1f);
    }
    return scores;
  }

  /** The items most like an item, best first, without itself. */
  public List<ScoredItem> similar(int item, int limit) {
    History alone = History.of(item);
    int[] position = {0};
    float[] scores = new float[itemCount()];
    items.multiply(new float[][] {items.vector(item)}, new float[][] {scores});
    StandardScores.standardize(scores, card.blend().sequence());
    float[] texts = new float[itemCount()];
    parts.texts(alone, position, card.blend().decay(), texts);
    addParts(alone, position, scores, texts, new float[itemCount()]);
    return IntStream.range(0, scores.length)
        .filter(other -> other != item)
        .mapToObj(other -> new ScoredItem(other, scores[other]))
        .sorted(Comparator.comparingDouble(ScoredItem::score).reversed())
        .limit(limit)
        .toList();
  }

  /**
   * How strongly a past item speaks for another: the cosine of their embeddings, how often the one
   * follows the other, and how alike their texts are. A cheap stand-in for {@link #contributions}
   * where thousands of reasons are wanted each second.
   *
   * @return greater is stronger; below 0 where it speaks against the item
   */
  public float affinity(int past, int item) {
    return items.cosine(past, item)
        + FOLLOWS * parts.follows(past, item)
        + card.blend().texts() * parts.textCosine(past, item);
  }

  /**
   * How much each past event contributes to an item's score: the score with the whole history less
   * the score with that event left out, computed anew for every event that the model reads.
   *
   * @return one entry for each event read, the greatest contribution first
   */
  public List<Contribution> contributions(History history, int item) {
    int first = Math.max(0, history.size() - 2 * card.maximumLength());
    List<History> variants = new ArrayList<>();
    variants.add(history);
    for (int event = first; event < history.size(); event++) {
      variants.add(history.without(event));
    }
    float[][] scores = scores(variants);
    List<Contribution> contributions = new ArrayList<>();
    for (int variant = 1; variant < scores.length; variant++) {
      int event = first + variant - 1;
      float drop = scores[0][item] - scores[variant][item];
      contributions.add(new Contribution(event, history.items()[event], drop));
    }
    contributions.sort(Comparator.comparingDouble(Contribution::scoreDrop).reversed());
    return contributions;
  }

  private int[] latestPositive(History history) {
    for (int item : history.items()) {
      if (item < 0 || item >= itemCount()) {
        throw new IllegalArgumentException(
            "A history names item %d, the model has items 0 to %d."
                .formatted(item, itemCount() - 1));
      }
    }
    return history.latestPositive(card.maximumLength());
  }

  private void scoreSequences(List<History> histories, List<int[]> positions, float[][] scores) {
    List<int[]> sequences = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    for (int row = 0; row < scores.length; row++) {
      int[] events = histories.get(row).items();
      if (positions.get(row).length > 0) {
        sequences.add(IntStream.of(positions.get(row)).map(event -> events[event]).toArray());
        targets.add(scores[row]);
      }
    }
    if (!sequences.isEmpty()) {
      items.multiply(encoder.encode(sequences), targets.toArray(float[][]::new));
    }
  }

  private void blend(
      History history, int[] positions, float[] scores, float @Nullable [] texts, float[] scratch) {
    BlendWeights blend = card.blend();
    if (positions.length == 0) {
      parts.popularity(scores);
      StandardScores.standardize(scores, 1f);
    } else {
      StandardScores.standardize(scores, blend.sequence());
      addParts(history, positions, scores, texts, scratch);
    }
    parts.subtractRefusals(history, blend.refusal(), blend.decay(), scores);
  }

  private void addParts(
      History history, int[] positions, float[] scores, float @Nullable [] texts, float[] scratch) {
    BlendWeights blend = card.blend();
    if (blend.transitions() != 0) {
      parts.transitions(history, positions, blend.decay(), scratch);
      StandardScores.addStandardized(scratch, blend.transitions(), scores);
    }
    if (texts != null) {
      StandardScores.addStandardized(texts, blend.texts(), scores);
    }
    if (blend.popularity() != 0) {
      parts.popularity(scratch);
      StandardScores.addStandardized(scratch, blend.popularity(), scores);
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
