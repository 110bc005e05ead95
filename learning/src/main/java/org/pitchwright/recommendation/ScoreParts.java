package org.pitchwright.recommendation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.SparseMatrix;

/**
 * The parts of the score beside the sequence model: transitions, neighbours by text, popularity and
 * what is refused. Each writes a score for every item.
 */
final class ScoreParts {

  /** Refusals before these many latest ones no longer count. */
  private static final int LATEST_REFUSALS = 20;

  private final SparseMatrix transitions;
  private final ItemVectors items;
  private final @Nullable ItemVectors texts;
  private final float[] popularity;
  private final float typicalWeight;

  ScoreParts(
      SparseMatrix transitions,
      ItemVectors items,
      @Nullable ItemVectors texts,
      float[] popularity,
      float typicalWeight) {
    this.transitions = transitions;
    this.items = items;
    this.texts = texts;
    this.popularity = logarithms(popularity);
    Moments.of(this.popularity).standardize(this.popularity, 1f);
    this.typicalWeight = typicalWeight;
  }

  boolean hasTexts() {
    return texts != null;
  }

  /** Σ e^(−decay·age) · strength · transitions[item] over the events at {@code positions}. */
  void transitions(History history, int[] positions, float decay, float[] scores) {
    Arrays.fill(scores, 0f);
    for (int k = 0; k < positions.length; k++) {
      float factor = factor(history, positions, k, decay);
      transitions.addRow(history.items()[positions[k]], factor, scores);
    }
  }

  /** The same, without a look at the items that nothing leads to. */
  void transitions(History history, int[] positions, float decay, SparseSums sums) {
    sums.clear();
    for (int k = 0; k < positions.length; k++) {
      sums.addRow(transitions, history.items()[positions[k]], factor(history, positions, k, decay));
    }
  }

  /** Cosine of every item's text with the decayed sum of the texts of the history. */
  void texts(History history, int[] positions, float decay, float[] scores) {
    if (texts == null) {
      Arrays.fill(scores, 0f);
      return;
    }
    float[][] taste = {taste(history, positions, decay)};
    texts.multiply(taste, new float[][] {scores});
  }

  /** The same for many histories: the matrix is read from memory once for all of them. */
  float[][] texts(List<History> histories, List<int[]> positions, float decay, int items) {
    float[][] scores = new float[histories.size()][items];
    if (texts != null) {
      float[][] tastes = new float[scores.length][];
      for (int row = 0; row < tastes.length; row++) {
        tastes[row] = taste(histories.get(row), positions.get(row), decay);
      }
      texts.multiply(tastes, scores);
    }
    return scores;
  }

  /** The decayed sum of the texts of the history; empty without texts. */
  float[] taste(History history, int[] positions, float decay) {
    if (texts == null) {
      return new float[0];
    }
    float[] taste = new float[texts.dimension()];
    for (int k = 0; k < positions.length; k++) {
      texts.addTo(taste, history.items()[positions[k]], factor(history, positions, k, decay));
    }
    return taste;
  }

  /** What is known of an item that nobody has chosen yet is nothing: it is taken for an average. */
  private static float[] logarithms(float[] popularity) {
    float[] logarithms = new float[popularity.length];
    double sum = 0;
    int chosen = 0;
    for (int item = 0; item < popularity.length; item++) {
      logarithms[item] = (float) Math.log1p(popularity[item]);
      sum += logarithms[item];
      chosen += popularity[item] > 0 ? 1 : 0;
    }
    float mean = chosen == 0 ? 0 : (float) (sum / chosen);
    for (int item = 0; item < popularity.length; item++) {
      logarithms[item] = popularity[item] > 0 ? logarithms[item] : mean;
    }
    return logarithms;
  }

  /** Standard scores of ln(1 + weighted number of events) of every item; not to be changed. */
  float[] popularity() {
    return popularity;
  }

  /**
   * Lowers the items {@code among} all by how much it resembles the refused ones (cosine, where
   * positive).
   */
  void subtractRefusals(
      History history, float strength, float decay, ItemVectors among, float[] scores) {
    float[] resemblance = new float[0];
    int refusals = 0;
    for (int event = history.size() - 1; event >= 0 && refusals < LATEST_REFUSALS; event--) {
      float weight = history.weights()[event];
      if (weight >= 0) {
        continue;
      }
      if (refusals == 0) {
        resemblance = new float[scores.length];
      }
      float factor = strength * strength(-weight) * (float) Math.exp(-decay * refusals++);
      float[][] query = {items.vector(history.items()[event])};
      among.multiply(query, new float[][] {resemblance});
      for (int item = 0; item < scores.length; item++) {
        scores[item] -= factor * Math.max(0f, resemblance[item]);
      }
    }
  }

  private float factor(History history, int[] positions, int k, float decay) {
    int age = positions.length - 1 - k;
    return (float) Math.exp(-decay * age) * strength(history.weights()[positions[k]]);
  }

  /** An event's weight against the typical one; bounded, so that one event cannot outshout all. */
  private float strength(float weight) {
    return Math.min(4f, Math.max(.25f, weight / typicalWeight));
  }
}
