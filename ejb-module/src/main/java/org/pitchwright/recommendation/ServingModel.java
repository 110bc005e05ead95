package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.explanation.CounterfactualSearch;
import org.pitchwright.recommendation.explanation.RankedHistory;

/** A version of the recommender in service, speaking the numbers of the {@link ItemTable}. */
final class ServingModel {
  /** For more than so many items, an index has to look at too many to be worth it. */
  private static final int MOST_CANDIDATES = 10_000;

  private static final int UNKNOWN = -1;
  private static final int UNASKED = -2;

  private final int version;
  private final RecommenderModel model;
  private final ItemTable items;
  private final int[] numbers;
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private volatile int[] indexes = new int[0];
  private boolean closed;

  ServingModel(int version, RecommenderModel model, ItemTable items) {
    this.version = version;
    this.model = model;
    this.items = items;
    numbers = new int[model.itemCount()];
    for (int index = 0; index < numbers.length; index++) {
      numbers[index] = items.number(model.itemId(index));
    }
  }

  int version() {
    return version;
  }

  /** Whether the model was trained on the item. */
  boolean knows(int number) {
    return index(number) != UNKNOWN;
  }

  private int index(int number) {
    int[] current = indexes;
    if (number >= current.length) {
      current = grow(number);
    }
    if (current[number] == UNASKED) {
      OptionalInt index = model.indexOf(items.entry(number).itemId());
      current[number] = index.orElse(UNKNOWN); // Every thread writes the same value.
    }
    return current[number];
  }

  private synchronized int[] grow(int number) {
    int[] current = indexes;
    if (number >= current.length) {
      int before = current.length;
      current = Arrays.copyOf(current, Math.max(number + 1, items.size() + 1024));
      Arrays.fill(current, before, current.length, UNASKED);
      indexes = current;
    }
    return current;
  }

  /**
   * What the model makes of interactions: those with items that it was trained on, of which those
   * that repeat the one before count as the strongest of them. Training reads events the same way.
   */
  List<Interaction> understood(List<Interaction> interactions) {
    List<Interaction> known = new ArrayList<>(interactions.size());
    for (Interaction interaction : interactions) {
      if (knows(interaction.item())) {
        known.add(interaction);
      }
    }
    return Interaction.mergingRepeats(known);
  }

  /** The history that the model ranks by, of interactions that it {@link #understood}. */
  History history(List<Interaction> understood) {
    int[] known = new int[understood.size()];
    float[] weights = new float[known.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = index(understood.get(i).item());
      weights[i] = understood.get(i).weight();
    }
    return new History(known, weights);
  }

  /**
   * The best items for each history, before any rule.
   *
   * @return null where the model was closed in the meantime; ask the holder for the next one
   */
  @Nullable List<Ranking> rank(List<History> histories, int limit) {
    life.readLock().lock();
    try {
      if (closed) {
        return null;
      }
      return model.hasIndex() && limit <= MOST_CANDIDATES
          ? model.candidates(histories, limit).stream().map(found -> ranking(found, limit)).toList()
          : Arrays.stream(model.scores(histories))
              .map(scores -> Ranking.best(version, numbers, scores, limit))
              .toList();
    } finally {
      life.readLock().unlock();
    }
  }

  private Ranking ranking(ScoredItems found, int limit) {
    int[] known = IntStream.of(found.items()).map(index -> numbers[index]).toArray();
    return Ranking.best(version, known, found.scores(), limit).incomplete();
  }

  /** How alike two items are that the model knows, −1 to 1. */
  double similarity(int one, int other) {
    return model.similarity(index(one), index(other));
  }

  /** The items most like one that the model knows, best first. */
  Ranking similar(int number, int limit) {
    List<ScoredItem> similar = model.similar(index(number), limit);
    int[] best = new int[similar.size()];
    float[] scores = new float[similar.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = numbers[similar.get(i).item()];
      scores[i] = similar.get(i).score();
    }
    return new Ranking(version, best, scores, best.length < limit);
  }

  /**
   * A list of recommendations and what shaped it beside the model, all by number.
   *
   * @param list the items on it
   * @param runnersUp the items that come next
   * @param barred past items that can never be on the list
   * @param keptAway past items that are not on it because they are past
   * @param limit how many items may be on it
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
  record AskedList(int[] list, int[] runnersUp, BitSet barred, BitSet keptAway, int limit) {}

  /**
   * Why each item is on a list.
   *
   * @param understood interactions that the model {@link #understood}
   * @return for each item of the list the numbers of the past items it hangs on, the strongest
   *     first; nothing for any item where the past says nothing
   */
  List<List<Integer>> causes(List<Interaction> understood, AskedList asked) {
    RankedHistory past =
        new RankedHistory(history(understood), indexes(asked.keptAway()), indexes(asked.barred()));
    life.readLock().lock();
    try {
      if (closed) { // The next answer comes from another model, with reasons of its own.
        return Collections.nCopies(asked.list().length, List.of());
      }
      return CounterfactualSearch.explain(
              model, past, indexes(asked.list()), indexes(asked.runnersUp()), asked.limit())
          .stream()
          .map(explained -> explained.causes().stream().map(cause -> numbers[cause]).toList())
          .toList();
    } finally {
      life.readLock().unlock();
    }
  }

  /**
   * What each part of the model adds to the scores of items, by number; those that it does not know
   * are left out.
   *
   * @param understood interactions that the model {@link #understood}
   * @return null where the model was closed in the meantime
   */
  @Nullable Map<Integer, ScoreBreakdown> breakdown(
      List<Interaction> understood, int[] itemNumbers) {
    int[] known = IntStream.of(itemNumbers).filter(this::knows).toArray();
    life.readLock().lock();
    try {
      if (closed) {
        return null;
      }
      List<ScoreBreakdown> parts = model.breakdown(history(understood), indexes(known));
      Map<Integer, ScoreBreakdown> byNumber = new HashMap<>();
      for (int place = 0; place < known.length; place++) {
        byNumber.put(known[place], parts.get(place));
      }
      return byNumber;
    } finally {
      life.readLock().unlock();
    }
  }

  private int[] indexes(int[] itemNumbers) {
    return IntStream.of(itemNumbers).map(this::index).toArray();
  }

  private BitSet indexes(BitSet itemNumbers) {
    BitSet indexes = new BitSet();
    itemNumbers.stream().map(this::index).forEach(indexes::set);
    return indexes;
  }

  /** Gives the native memory back once nobody scores any more. */
  void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } finally {
      life.writeLock().unlock();
    }
  }
}
