package org.pitchwright.recommendation.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quality of rankings with one right answer each.
 *
 * @param hitRate5 share of cases whose target is among the first 5
 * @param hitRate10 the same among the first 10
 * @param ndcg5 mean of 1/log₂(rank + 1) where the rank is at most 5, else 0
 * @param ndcg10 the same up to rank 10
 * @param cases number of cases
 */
public record RankingMetrics(
    double hitRate5, double hitRate10, double ndcg5, double ndcg10, int cases) {

  /**
   * The values under their usual names {@code hr@5}, {@code hr@10}, {@code ndcg@5}, {@code
   * ndcg@10}.
   */
  public Map<String, Double> asMap() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("hr@5", hitRate5);
    values.put("hr@10", hitRate10);
    values.put("ndcg@5", ndcg5);
    values.put("ndcg@10", ndcg10);
    return values;
  }

  /**
   * Metrics over target ranks.
   *
   * @param ranks one for each case
   */
  public static RankingMetrics of(List<TargetRank> ranks) {
    double[] sums = new double[4];
    for (TargetRank rank : ranks) {
      sums[0] += rank.hitRate(5);
      sums[1] += rank.hitRate(10);
      sums[2] += rank.ndcg(5);
      sums[3] += rank.ndcg(10);
    }
    int cases = ranks.size();
    double scale = cases == 0 ? 0 : 1.0 / cases;
    return new RankingMetrics(
        sums[0] * scale, sums[1] * scale, sums[2] * scale, sums[3] * scale, cases);
  }
}
