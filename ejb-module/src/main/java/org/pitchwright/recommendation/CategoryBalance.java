package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the categories of a list stand to those of a customer's past (Steck, "Calibrated
 * Recommendations", RecSys 2018). With p the shares of the past and q those of the list, the list
 * is the further away the greater KL(p ‖ q̃) is, where q̃ = (1 − α)·q + α·p keeps it finite while a
 * category is missing.
 *
 * <p>Items without a category have none to follow: they are not in p, and in the list they take
 * room from all.
 */
final class CategoryBalance {
  /** The α of the paper. */
  static final double SMOOTHING = .01;

  private final Map<String, Double> wanted;
  private final Map<String, Integer> present = new HashMap<>();
  private int size;

  private CategoryBalance(Map<String, Double> wanted) {
    this.wanted = wanted;
  }

  /**
   * An empty list beside a past.
   *
   * @param past interactions, of which those that speak for their item count, each with its weight,
   *     and repeats once
   */
  static CategoryBalance of(List<Interaction> past, ItemTable items) {
    Map<String, Double> weights = new HashMap<>();
    for (Interaction interaction : Interaction.mergingRepeats(past)) {
      String category = items.entry(interaction.item()).category();
      if (interaction.weight() > 0 && !category.isEmpty()) {
        weights.merge(category, (double) interaction.weight(), Double::sum);
      }
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    weights.replaceAll((category, weight) -> weight / sum);
    return new CategoryBalance(weights);
  }

  /** Whether the past says nothing, so that every list is as good as another. */
  boolean isIndifferent() {
    return wanted.isEmpty();
  }

  /** Adds an item to the list. */
  void add(String category) {
    present.merge(category, 1, Integer::sum);
    size++;
  }

  /**
   * What a list of n items gains where its n-th is of a category, beyond one that is of none: by so
   * much n·KL(p ‖ q̃) is smaller. As only one share of q differs, only one term does: n·p·log(q̃
   * with the item ÷ q̃ without it). It is about p/q, the share that is wanted over the one that is
   * there.
   *
   * <p>n·KL rather than KL, because it counts in the same measure however long the list is: a plain
   * KL hardly moves any more after the first few items, while the scores of items, with which the
   * gain is weighed, fall at the same pace all along.
   */
  double gain(String category) {
    double share = wanted.getOrDefault(category, 0.);
    if (share == 0) {
      return 0;
    }
    int length = size + 1;
    int before = present.getOrDefault(category, 0);
    return length
        * share
        * Math.log(smoothed(share, before + 1, length) / smoothed(share, before, length));
  }

  /** KL(p ‖ q̃) of the list as it is, in nats; 0 where the past says nothing, or without items. */
  double divergence() {
    if (size == 0) {
      return 0;
    }
    double sum = 0;
    for (Map.Entry<String, Double> share : wanted.entrySet()) {
      int there = present.getOrDefault(share.getKey(), 0);
      sum +=
          share.getValue() * Math.log(share.getValue() / smoothed(share.getValue(), there, size));
    }
    return sum;
  }

  private static double smoothed(double wantedShare, int there, int length) {
    return (1 - SMOOTHING) * there / length + SMOOTHING * wantedShare;
  }
}
