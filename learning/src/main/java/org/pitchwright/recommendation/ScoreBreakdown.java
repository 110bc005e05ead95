package org.pitchwright.recommendation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The score of one item taken apart: what each part of the model adds to it. The parts add up to
 * the score that {@link RecommenderModel#scores} gives.
 *
 * @param sequence what the order of the history says
 * @param transitions how often the item came after those of the history
 * @param texts how much its text resembles theirs
 * @param popularity how often it is chosen at all
 * @param refusals what its likeness to refused items takes away; never above 0
 */
public record ScoreBreakdown(
    double sequence, double transitions, double texts, double popularity, double refusals) {

  /** What the parts count where nothing speaks for anything: popularity alone. */
  private static final BlendWeights NOBODY = new BlendWeights(0f, 0f, 0f, 1f, 0f, 0f);

  /** All parts together. */
  public double score() {
    return sequence + transitions + texts + popularity + refusals;
  }

  /**
   * Weighs standard scores as the model does.
   *
   * @param standard of {@link RecommenderModel#standardizedParts}
   * @param blend the model's weights
   * @param known whether anything in the history speaks for an item
   * @param chosen the items
   * @param refusals what is taken away from each of them
   */
  static List<ScoreBreakdown> of(
      float[][] standard, BlendWeights blend, boolean known, int[] chosen, float[] refusals) {
    BlendWeights weights = known ? blend : NOBODY;
    return IntStream.range(0, chosen.length)
        .mapToObj(
            place ->
                new ScoreBreakdown(
                    weights.sequence() * standard[0][chosen[place]],
                    weights.transitions() * standard[1][chosen[place]],
                    weights.texts() * standard[2][chosen[place]],
                    weights.popularity() * standard[3][chosen[place]],
                    refusals[place]))
        .toList();
  }
}
