package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A version of the recommender in service, speaking the numbers of the {@link ItemTable}. */
final class ServingModel {
  private static final int UNKNOWN = -1;
  private static final int UNASKED = -2;

  /** How much less an interaction speaks for an item than the next later one. */
  private static final float FADE = .9f;

  private static final float FAINTEST = .01f;

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
      List<Ranking> rankings = new ArrayList<>(histories.size());
      for (float[] scores : model.scores(histories)) {
        rankings.add(Ranking.best(version, numbers, scores, limit));
      }
      return rankings;
    } finally {
      life.readLock().unlock();
    }
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
   * How strongly each interaction speaks for an item, by what the model makes of them; the latest
   * ones count most.
   *
   * @param understood interactions that the model {@link #understood}
   * @return 0 where an interaction says nothing for the item
   */
  float[] influences(List<Interaction> understood, int number) {
    int target = index(number);
    float[] influences = new float[understood.size()];
    float fade = 1;
    for (int i = influences.length - 1; i >= 0 && fade > FAINTEST && target != UNKNOWN; i--) {
      int index = index(understood.get(i).item());
      if (understood.get(i).weight() > 0) {
        influences[i] = index == target ? 0 : Math.max(0, model.affinity(index, target)) * fade;
        fade *= FADE;
      }
    }
    return influences;
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
