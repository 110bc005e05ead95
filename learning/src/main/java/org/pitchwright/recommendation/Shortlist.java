package org.pitchwright.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that scores some of its items only, each as {@link RecommenderModel#scores} would: what a
 * part's scores are over all items, which standard scores need, is known without computing them.
 * Where the same few items are scored for many histories, this is many times cheaper. Not safe for
 * use by several threads.
 */
public final class Shortlist {
  private final RecommenderModel model;
  private final ScoreParts parts;
  private final int[] items;
  private final Part sequence;
  private final @Nullable Part texts;
  private final float[] popularity;
  private final SparseSums transitions;
  private final float[] scratch;

  /** Vectors of the chosen items, and the moments of queries against all items. */
  record Part(ItemVectors chosen, QueryMoments moments) {}

  Shortlist(
      RecommenderModel model,
      ScoreParts parts,
      int[] items,
      Part sequence,
      @Nullable Part texts,
      SparseSums transitions) {
    this.model = model;
    this.parts = parts;
    this.items = items;
    this.sequence = sequence;
    this.texts = texts;
    popularity = gather(parts.popularity());
    this.transitions = transitions;
    scratch = new float[items.length];
  }

  private float[] gather(float[] all) {
    float[] chosen = new float[items.length];
    for (int place = 0; place < chosen.length; place++) {
      chosen[place] = all[items[place]];
    }
    return chosen;
  }

  /**
   * Scores of the chosen items for each history.
   *
   * @return {@code [history][place in the shortlist]}
   * @throws IllegalArgumentException when a history names an item that the model has not
   */
  public float[][] scores(List<History> histories) {
    List<int[]> positions = histories.stream().map(model::latestPositive).toList();
    float[][] users = model.users(histories, positions);
    float[][] scores = new float[users.length][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = scores(histories.get(row), positions.get(row), users[row]);
    }
    return scores;
  }

  /** Scores of the chosen items for a history whose user vector is known. */
  float[] scores(History history, int[] positions, float[] user) {
    float[] scores = popularity.clone();
    if (positions.length > 0) {
      blend(history, positions, user, scores);
    }
    BlendWeights blend = model.card().blend();
    parts.subtractRefusals(history, blend.refusal(), blend.decay(), sequence.chosen(), scores);
    return scores;
  }

  private void blend(History history, int[] positions, float[] user, float[] scores) {
    BlendWeights blend = model.card().blend();
    for (int place = 0; place < scores.length; place++) {
      scores[place] = blend.popularity() * popularity[place];
    }
    add(sequence, user, blend.sequence(), scores);
    if (blend.transitions() != 0) {
      parts.transitions(history, positions, blend.decay(), transitions);
      for (int place = 0; place < scores.length; place++) {
        scratch[place] = transitions.get(items[place]);
      }
      transitions.moments().addStandardized(scratch, blend.transitions(), scores);
    }
    if (texts != null && blend.texts() != 0) {
      add(texts, parts.taste(history, positions, blend.decay()), blend.texts(), scores);
    }
  }

  private void add(Part part, float[] query, float weight, float[] scores) {
    part.chosen().multiply(new float[][] {query}, new float[][] {scratch});
    part.moments().of(query).addStandardized(scratch, weight, scores);
  }
}
