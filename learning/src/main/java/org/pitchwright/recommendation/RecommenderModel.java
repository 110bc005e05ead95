package org.pitchwright.recommendation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
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
  private final @Nullable CandidateSearch search;
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
    Optional<byte[]> index = artifact.optionalBlob(ModelArtifact.ITEM_INDEX);
    items =
        vectors(artifact, ModelArtifact.ITEM_EMBEDDINGS, index.isPresent())
            .orElseGet(() -> new FloatItemVectors(embeddings));
    textVectors = vectors(artifact, ModelArtifact.TEXTS, index.isPresent()).orElse(null);
    parts =
        new ScoreParts(
            artifact.transitions(), items, textVectors, popularity, card.typicalWeight());
    encoder = new SequenceEncoder(artifact.blob(ModelArtifact.ENCODER), embeddings);
    search = index.map(CandidateIndex::open).map(this::search).orElse(null);
  }

  private CandidateSearch search(CandidateIndex index) {
    Standards known = standards();
    return new CandidateSearch(this, parts, index, known.items(), known.texts());
  }

  /** Where only candidates are scored, vectors need not take the space that speed for all takes. */
  private static Optional<ItemVectors> vectors(
      ModelArtifact artifact, String name, boolean indexed) {
    Optional<ItemVectors> small =
        indexed ? artifact.smallMatrix(name).map(ByteItemVectors::new) : Optional.empty();
    return small.or(() -> artifact.optionalMatrix(name).map(FloatItemVectors::new));
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

  /** Whether the catalogue is so large that {@link #candidates} finds the best items faster. */
  public boolean hasIndex() {
    return search != null;
  }

  /**
   * Items among which nearly all of the best are, for each history, with the scores that {@link
   * #scores} would give them.
   *
   * @param count how many are wanted of each part of the score, at least 1
   * @throws IllegalArgumentException when a history names an item that the model has not
   * @throws IllegalStateException when the model has no index
   */
  public List<ScoredItems> candidates(List<History> histories, int count) {
    if (search == null) {
      throw new IllegalStateException("The model has no index of its items.");
    }
    List<int[]> positions = histories.stream().map(this::latestPositive).toList();
    float[][] users = users(histories, positions);
    List<ScoredItems> found = new ArrayList<>(users.length);
    for (int row = 0; row < users.length; row++) {
      found.add(search.search(histories.get(row), positions.get(row), users[row], count));
    }
    return found;
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

  /** How alike two items are to the sequence model: the cosine of their embeddings, −1 to 1. */
  public float similarity(int one, int other) {
    return items.cosine(one, other);
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
    ScoredItems scored =
        search == null
            ? allLike(item, alone, position)
            : search.search(alone, position, items.vector(item), limit + 1);
    return IntStream.range(0, scored.items().length)
        .mapToObj(place -> new ScoredItem(scored.items()[place], scored.scores()[place]))
        .filter(other -> other.item() != item)
        .sorted(Comparator.comparingDouble(ScoredItem::score).reversed())
        .limit(limit)
        .toList();
  }

  private ScoredItems allLike(int item, History alone, int[] position) {
    float[] scores = new float[itemCount()];
    items.multiply(new float[][] {items.vector(item)}, new float[][] {scores});
    Moments.of(scores).standardize(scores, card.blend().sequence());
    float[] texts = new float[itemCount()];
    parts.texts(alone, position, card.blend().decay(), texts);
    addParts(alone, position, scores, texts, new float[itemCount()]);
    return new ScoredItems(IntStream.range(0, scores.length).toArray(), scores);
  }

  /** A model of some of the items, which scores them as this one does. */
  public Shortlist shortlist(int[] chosen) {
    return shortlist(chosen, vectors -> vectors.subset(chosen), new SparseSums(itemCount()));
  }

  /** The same for one history, with a place for the sums of its transitions. */
  Shortlist view(int[] chosen, SparseSums sums) {
    return shortlist(chosen, vectors -> vectors.view(chosen), sums);
  }

  private Shortlist shortlist(
      int[] chosen, UnaryOperator<ItemVectors> choose, SparseSums transitions) {
    Standards known = standards();
    Shortlist.Part texts =
        textVectors == null || known.texts() == null
            ? null
            : new Shortlist.Part(choose.apply(textVectors), known.texts());
    return new Shortlist(
        this,
        parts,
        chosen,
        new Shortlist.Part(choose.apply(items), known.items()),
        texts,
        transitions);
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
    if (search != null) {
      search.close();
    }
  }
}
