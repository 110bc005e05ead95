package org.pitchwright.recommendation.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How evenly recommendations spread over the items that could be recommended.
 *
 * @param items how many there are
 * @param coverage share of the items that were recommended at least once
 * @param topOnePercent share of all recommendations that go to the 1% of the items, one at least,
 *     that are recommended most
 * @param topTenPercent the same for 10% of the items
 * @param gini Gini coefficient: 0 where all items are recommended equally often, near 1 where one
 *     gets everything
 */
public record Exposure(
    int items, double coverage, double topOnePercent, double topTenPercent, double gini) {

  /**
   * Measures counts.
   *
   * @param counts how often each item was recommended
   */
  static Exposure of(int[] counts) {
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    long total = 0;
    long recommended = 0;
    double weighted = 0;
    for (int place = 0; place < sorted.length; place++) {
      total += sorted[place];
      recommended += sorted[place] > 0 ? 1 : 0;
      weighted += (2.0 * (place + 1) - sorted.length - 1) * sorted[place];
    }
    if (total == 0) {
      return new Exposure(counts.length, 0, 0, 0, 0);
    }
    return new Exposure(
        counts.length,
        (double) recommended / counts.length,
        share(sorted, .01, total),
        share(sorted, .1, total),
        weighted / ((double) sorted.length * total));
  }

  private static double share(int[] sorted, double part, long total) {
    int first = Math.max(1, (int) Math.round(part * sorted.length));
    long sum = 0;
    for (int place = sorted.length - first; place < sorted.length; place++) {
      sum += sorted[place];
    }
    return (double) sum / total;
  }

  /** The values by name, for a model's card. */
  public Map<String, Double> asMap() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("items", (double) items);
    values.put("coverage", coverage);
    values.put("top1Percent", topOnePercent);
    values.put("top10Percent", topTenPercent);
    values.put("gini", gini);
    return values;
  }
}
