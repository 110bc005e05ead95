package org.pitchwright.recommendation;

import java.util.BitSet;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best items of a large catalogue without a look at all of them: each part of the score names
 * candidates, then the candidates are scored exactly, as {@link RecommenderModel#scores} would. The
 * sequence model and the texts name theirs together, by an approximate index.
 */
final class CandidateSearch implements AutoCloseable {
  private static final int MOST_POPULAR = 10_000;

  private final RecommenderModel model;
  private final ScoreParts parts;
  private final CandidateIndex index;
  private final QueryMoments userMoments;
  private final @Nullable QueryMoments tasteMoments;
  private final int[] popular;
  private final ConcurrentLinkedQueue<SparseSums> spareSums = new ConcurrentLinkedQueue<>();

  CandidateSearch(
      RecommenderModel model,
      ScoreParts parts,
      CandidateIndex index,
      QueryMoments userMoments,
      @Nullable QueryMoments tasteMoments) {
    this.model = model;
    this.parts = parts;
    this.index = index;
    this.userMoments = userMoments;
    this.tasteMoments = tasteMoments;
    float[] popularity = parts.popularity();
    popular =
        IntStream.range(0, popularity.length)
            .boxed()
            .sorted(Comparator.comparingDouble(item -> -popularity[item]))
            .limit(MOST_POPULAR)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Scores of the candidates for a history, in no order. */
  ScoredItems search(History history, int[] positions, float[] user, int count) {
    SparseSums sums = borrow();
    try {
      int[] candidates = candidates(history, positions, user, sums, count);
      float[] scores = model.view(candidates, sums).scores(history, positions, user);
      return new ScoredItems(candidates, scores);
    } finally {
      spareSums.add(sums);
    }
  }

  private int[] candidates(
      History history, int[] positions, float[] user, SparseSums sums, int count) {
    BlendWeights blend = model.card().blend();
    BitSet chosen = new BitSet();
    if (positions.length == 0 || blend.popularity() != 0) {
      addAll(chosen, popular, Math.min(count, popular.length));
    }
    if (positions.length > 0) {
      float[] taste = parts.taste(history, positions, blend.decay());
      int[] nearest = index.nearest(weighted(user), weighted(taste, blend.texts()), count);
      addAll(chosen, nearest, nearest.length);
      if (blend.transitions() != 0) {
        parts.transitions(history, positions, blend.decay(), sums);
        int[] next = sums.greatest(count);
        addAll(chosen, next, next.length);
      }
    }
    return chosen.stream().toArray();
  }

  private static void addAll(BitSet chosen, int[] items, int count) {
    for (int place = 0; place < count; place++) {
      chosen.set(items[place]);
    }
  }

  private float[] weighted(float[] user) {
    return userMoments.of(user).weighted(user, model.card().blend().sequence());
  }

  private float[] weighted(float[] taste, float weight) {
    return tasteMoments == null ? taste : tasteMoments.of(taste).weighted(taste, weight);
  }

  private SparseSums borrow() {
    SparseSums spare = spareSums.poll();
    return spare == null ? new SparseSums(model.itemCount()) : spare;
  }

  @Override
  public void close() {
    index.close();
  }
}
