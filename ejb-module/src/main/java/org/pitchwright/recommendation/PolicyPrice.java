package org.pitchwright.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * What a list policy costs and brings, on lists of ten for customers who came lately. For each the
 * item that they turned to last is held out: the list is made from what they did before, and should
 * find it.
 *
 * @param customers how many lists were made
 * @param before as lists are mixed now
 * @param after as they would be
 * @param hitRate by how much more often the right item is found, customer by customer
 * @param ndcg by how much NDCG@10 rises, customer by customer
 */
public record PolicyPrice(
    int customers, Figures before, Figures after, Estimate hitRate, Estimate ndcg) {

  /**
   * A mean, and where it lies with 95% confidence.
   *
   * @param mean over all customers; 0 without any
   */
  public record Estimate(double mean, double lower, double upper) {
    /** Whether chance alone may explain that it is not zero. */
    public boolean mayBeZero() {
      return lower <= 0 && upper >= 0;
    }
  }

  /**
   * Lists in figures.
   *
   * @param hitRate how often the right item is among the ten, 0 to 1; where places are explored,
   *     the probability that it is
   * @param ndcg mean of 1/log₂(rank + 1), 0 where it is not among the ten
   * @param variety 1 − the mean similarity of two items of a list, 0 for items that are all alike
   * @param categories mean number of categories of a list
   * @param divergence mean KL divergence of the categories of a list from those of the customer's
   *     past, in nats; null where no past has categories
   * @param differentItems number of items that are on any list
   * @param topShare share of all places that the ten items have that are shown most, 0 to 1
   */
  public record Figures(
      Estimate hitRate,
      Estimate ndcg,
      double variety,
      double categories,
      @Nullable Double divergence,
      int differentItems,
      double topShare) {}

  /** By what part more items are on any list, −1 to …; 0 where none was shown before. */
  public double moreItems() {
    return before.differentItems() == 0
        ? 0
        : (double) after.differentItems() / before.differentItems() - 1;
  }

  /** By what part the right item is found more often; 0 where it was never found before. */
  public double moreHits() {
    return before.hitRate().mean() == 0 ? 0 : hitRate.mean() / before.hitRate().mean();
  }
}
