package org.pitchwright.recommendation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well one group of customers is served, so that nobody has to trust a mean over all.
 *
 * @param group what its members have in common
 * @param metrics seen items excluded
 * @param ndcg10Confidence 95% confidence interval of NDCG@10
 */
public record GroupQuality(
    String group, RankingMetrics metrics, ConfidenceInterval ndcg10Confidence) {

  /** Groups with fewer cases say more about chance than about the model, and are left out. */
  public static final int FEWEST_CASES = 30;

  /** Groups by the number of events in the history. */
  public static final String BY_HISTORY_LENGTH = "historyLength";

  private static final long BOOTSTRAP_SEED = 42;
  private static final int DEPTH = 10;
  private static final int SHORT = 5;
  private static final int MEDIUM = 15;
  private static final int LONG = 40;

  /** The group of a history by its number of events; groups sort by length. */
  static String lengthOf(int events) {
    if (events <= SHORT) {
      return "01-05";
    }
    if (events <= MEDIUM) {
      return "06-15";
    }
    return events <= LONG ? "16-40" : "41+";
  }

  /**
   * Measures each group that has enough cases, in the order of their names.
   *
   * @param ranks one for each case
   * @param groups the group of each case
   */
  public static List<GroupQuality> of(List<TargetRank> ranks, List<String> groups) {
    if (ranks.size() != groups.size()) {
      throw new IllegalArgumentException(
          "There are %d cases and %d groups; give one group for each case."
              .formatted(ranks.size(), groups.size()));
    }
    Map<String, List<TargetRank>> members = new TreeMap<>();
    for (int place = 0; place < ranks.size(); place++) {
      members.computeIfAbsent(groups.get(place), name -> new ArrayList<>()).add(ranks.get(place));
    }
    return members.entrySet().stream()
        .filter(group -> group.getValue().size() >= FEWEST_CASES)
        .map(group -> of(group.getKey(), group.getValue()))
        .toList();
  }

  private static GroupQuality of(String group, List<TargetRank> ranks) {
    double[] gains = ranks.stream().mapToDouble(rank -> rank.ndcg(DEPTH)).toArray();
    return new GroupQuality(
        group, RankingMetrics.of(ranks), ConfidenceInterval.ofMean(gains, BOOTSTRAP_SEED));
  }

  /**
   * The values of groups by {@code <grouping>.<group>.<name>}, for a model's card.
   *
   * @param grouping by what the customers were grouped, without a dot
   */
  public static Map<String, Double> asMap(String grouping, List<GroupQuality> groups) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (GroupQuality group : groups) {
      String prefix = grouping + "." + group.group() + ".";
      values.put(prefix + "cases", (double) group.metrics().cases());
      values.put(prefix + "hr@10", group.metrics().hitRate10());
      values.put(prefix + "ndcg@10", group.metrics().ndcg10());
      values.put(prefix + "ndcg@10.lower", group.ndcg10Confidence().lower());
      values.put(prefix + "ndcg@10.upper", group.ndcg10Confidence().upper());
    }
    return values;
  }
}
