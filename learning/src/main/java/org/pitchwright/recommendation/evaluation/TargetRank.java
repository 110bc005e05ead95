package org.pitchwright.recommendation.evaluation;

import java.util.BitSet;

/**
 * Where a target stands among all items.
 *
 * <p>Items that tie with the target share the ranks between them: every order among them is equally
 * likely, and the metrics are the expected values over these orders.
 *
 * @param better number of items with a greater score
 * @param tied number of other items with the same score
 */
public record TargetRank(int better, int tied) {

  /** Expected hit rate among the first {@code depth}: 0 to 1. */
  public double hitRate(int depth) {
    int places = Math.max(0, Math.min(depth - better, tied + 1));
    return (double) places / (tied + 1);
  }

  /** Expected NDCG with one relevant item, cut at {@code depth}: 0 to 1. */
  public double ndcg(int depth) {
    double gains = 0;
    for (int rank = better; rank < Math.min(depth, better + tied + 1); rank++) {
      gains += Math.log(2) / Math.log(rank + 2.0);
    }
    return gains / (tied + 1);
  }

  /**
   * Ranks a target.
   *
   * @param scores scores of all items
   * @param target index of the target
   * @param excluded whether an item is out of the ranking; the target never is
   * @throws IllegalStateException when a score is NaN: compared, it would count as a perfect rank
   */
  static TargetRank of(float[] scores, int target, BitSet excluded) {
    float score = scores[target];
    int better = 0;
    int tied = -1;
    for (int item = 0; item < scores.length; item++) {
      float other = scores[item];
      if (Float.isNaN(other)) {
        throw new IllegalStateException("The score of item " + item + " is not a number.");
      }
      better += other > score ? 1 : 0;
      tied += other == score ? 1 : 0;
    }
    for (int item = excluded.nextSetBit(0); item >= 0; item = excluded.nextSetBit(item + 1)) {
      if (item != target) {
        better -= scores[item] > score ? 1 : 0;
        tied -= scores[item] == score ? 1 : 0;
      }
    }
    return new TargetRank(better, tied);
  }
}
