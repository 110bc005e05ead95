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

  private static final float[] NOBODY = {};

  private final ModelCard card;
  private final List<String> itemIds;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final SequenceEncoder encoder;
  private final ItemVectors items;
  private final @Nullable ItemVectors textVectors;
  private final float[] popularity;
  private final ScoreParts parts;
  private volatile @Nullable Standards standards;

  /** Moments of queries against the items' embeddings and their texts. */
  private record Standards(QueryMoments items, @Nullable QueryMoments texts) {}

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
    textVectors = texts(artifact);
    parts =
        new ScoreParts(
            artifact.transitions(), items, textVectors, popularity, card.typicalWeight());
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
    System.arraycopy(parts.popularity(), 0, scores[3], 0, itemCount());
    for (int part = 0; part < 3; part++) {
      Moments.of(scores[part]).standardize(scores[part], 1f);
    }
    return scores;
  }

  /** What each part of the model adds to the scores of some items, in their order. */
  public List<ScoreBreakdown> breakdown(History history, int[] chosen) {
    BlendWeights blend = card.blend();
    float[] refusals = new float[chosen.length];
    parts.subtractRefusals(history, blend.refusal(), blend.decay(), items.subset(chosen), refusals);
    boolean known = latestPositive(history).length > 0;
    return ScoreBreakdown.of(standardizedParts(history), blend, known, chosen, refusals);
  }

  /** The items most like an item, best first, without itself. */
  public List<ScoredItem> similar(int item, int limit) {
    History alone = History.of(item);
    int[] position = {0};
    float[] scores = new float[itemCount()];
    items.multiply(new float[][] {items.vector(item)}, new float[][] {scores});
    Moments.of(scores).standardize(scores, card.blend().sequence());
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

  /** A model of some of the items, which scores them as this one does. */
  public Shortlist shortlist(int[] chosen) {
    Standards known = standards();
    return new Shortlist(
        this,
        parts,
        chosen,
        Shortlist.Part.of(items, known.items(), chosen),
        textVectors == null || known.texts() == null
            ? null
            : Shortlist.Part.of(textVectors, known.texts(), chosen));
  }

  /** Made when first wanted: most models are only measured. */
  private Standards standards() {
    Standards known = standards;
    if (known == null) {
      known =
          new Standards(
              QueryMoments.of(items), textVectors == null ? null : QueryMoments.of(textVectors));
      standards = known;
    }
    return known;
  }

  /**
   * Positions of the events that the model reads.
   *
   * @throws IllegalArgumentException when a history names an item that the model has not
   */
  int[] latestPositive(History history) {
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
    float[][] users = users(histories, positions);
    List<float[]> queries = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    for (int row = 0; row < scores.length; row++) {
      if (users[row].length > 0) {
        queries.add(users[row]);
        targets.add(scores[row]);
      }
    }
    items.multiply(queries.toArray(float[][]::new), targets.toArray(float[][]::new));
  }

  /** User vectors; empty for a history without a positive event. */
  float[][] users(List<History> histories, List<int[]> positions) {
    List<int[]> sequences = new ArrayList<>();
    for (int row = 0; row < positions.size(); row++) {
      int[] events = histories.get(row).items();
      if (positions.get(row).length > 0) {
        sequences.add(IntStream.of(positions.get(row)).map(event -> events[event]).toArray());
      }
    }
    float[][] encoded = sequences.isEmpty() ? new float[0][] : encoder.encode(sequences);
    float[][] users = new float[positions.size()][];
    int next = 0;
    for (int row = 0; row < users.length; row++) {
      users[row] = positions.get(row).length > 0 ? encoded[next++] : NOBODY;
    }
    return users;
  }

  private void blend(
      History history, int[] positions, float[] scores, float @Nullable [] texts, float[] scratch) {
    BlendWeights blend = card.blend();
    if (positions.length == 0) {
      System.arraycopy(parts.popularity(), 0, scores, 0, scores.length);
    } else {
      Moments.of(scores).standardize(scores, blend.sequence());
      addParts(history, positions, scores, texts, scratch);
    }
    parts.subtractRefusals(history, blend.refusal(), blend.decay(), items, scores);
  }

  private void addParts(
      History history, int[] positions, float[] scores, float @Nullable [] texts, float[] scratch) {
    BlendWeights blend = card.blend();
    if (blend.transitions() != 0) {
      parts.transitions(history, positions, blend.decay(), scratch);
      Moments.of(scratch).addStandardized(scratch, blend.transitions(), scores);
    }
    if (texts != null) {
      Moments.of(texts).addStandardized(texts, blend.texts(), scores);
    }
    float[] popular = parts.popularity();
    for (int item = 0; item < scores.length && blend.popularity() != 0; item++) {
      scores[item] += blend.popularity() * popular[item];
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
