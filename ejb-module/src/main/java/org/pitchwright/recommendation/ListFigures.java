package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.PolicyPrice.Estimate;
import org.pitchwright.recommendation.PolicyPrice.Figures;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.evaluation.ConfidenceInterval;

/** Measures lists one after the other, each for another customer. */
final class ListFigures {
  private static final int TOP = 10;
  private static final long BOOTSTRAP_SEED = 42;

  private final ItemSimilarity similarity;
  private final List<Double> hits = new ArrayList<>();
  private final List<Double> gains = new ArrayList<>();
  private final List<Double> divergences = new ArrayList<>();
  private final Map<Integer, Integer> exposure = new HashMap<>();
  private double variety;
  private int categories;

  ListFigures(ItemSimilarity similarity) {
    this.similarity = similarity;
  }

  /**
   * Adds a list.
   *
   * @param plan what it was drawn from
   * @param share of its places that are explored
   * @param shown as it was drawn
   * @param target number of the item that it should find
   * @param past what the customer did
   */
  void add(
      ListPlan plan, double share, List<RankedItem> shown, int target, List<Interaction> past) {
    ItemId wanted = new ItemId(similarity.items().entry(target).itemId());
    hits.add(expected(plan, share, wanted, rank -> 1));
    gains.add(expected(plan, share, wanted, rank -> Math.log(2) / Math.log(rank + 1.)));
    int[] list =
        shown.stream()
            .flatMapToInt(item -> similarity.items().find(item.itemId().value()).stream())
            .toArray();
    IntStream.of(list).forEach(item -> exposure.merge(item, 1, Integer::sum));
    variety += 1 - meanSimilarity(list);
    addCategories(list, past);
  }

  private void addCategories(int[] list, List<Interaction> past) {
    CategoryBalance balance = CategoryBalance.of(past, similarity.items());
    Set<String> present = new HashSet<>();
    for (int item : list) {
      String category = similarity.items().entry(item).category();
      balance.add(category);
      if (!category.isEmpty()) {
        present.add(category);
      }
    }
    categories += present.size();
    if (!balance.isIndifferent()) {
      divergences.add(balance.divergence());
    }
  }

  /**
   * What a list is worth on average over all draws, where an item is worth something at its rank
   * and the others nothing.
   */
  private static double expected(
      ListPlan plan, double share, ItemId wanted, IntToDoubleFunction worth) {
    double given = Exploration.given(plan, share);
    boolean inPool = given > 0 && plan.pool().contains(wanted);
    double sum = 0;
    for (int place = 0; place < plan.greedy().size(); place++) {
      double tried = plan.isOpen(place) ? given : 0;
      if (plan.greedy().get(place).itemId().equals(wanted)) {
        sum += (1 - tried) * worth.applyAsDouble(place + 1);
      } else if (inPool) {
        sum += tried / plan.pool().size() * worth.applyAsDouble(place + 1);
      }
    }
    return sum;
  }

  private double meanSimilarity(int[] list) {
    double sum = 0;
    for (int one = 0; one < list.length; one++) {
      for (int other = one + 1; other < list.length; other++) {
        sum += similarity.of(list[one], list[other]);
      }
    }
    int pairs = list.length * (list.length - 1) / 2;
    return pairs == 0 ? 0 : sum / pairs;
  }

  /** How many lists were added. */
  int lists() {
    return hits.size();
  }

  /** The figures of the lists so far. */
  Figures figures() {
    int lists = Math.max(1, lists());
    return new Figures(
        estimate(values(hits)),
        estimate(values(gains)),
        variety / lists,
        (double) categories / lists,
        divergences.isEmpty()
            ? null
            : divergences.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        exposure.size(),
        topShare());
  }

  private double topShare() {
    List<Integer> counts = exposure.values().stream().sorted(Comparator.reverseOrder()).toList();
    long all = counts.stream().mapToLong(Integer::longValue).sum();
    long top = counts.stream().limit(TOP).mapToLong(Integer::longValue).sum();
    return all == 0 ? 0 : (double) top / all;
  }

  /** What became of these lists, beside others for the same customers in the same order. */
  PolicyPrice against(ListFigures after) {
    return new PolicyPrice(
        lists(),
        figures(),
        after.figures(),
        estimate(differences(after.hits, hits)),
        estimate(differences(after.gains, gains)));
  }

  private static double[] differences(List<Double> these, List<Double> those) {
    return IntStream.range(0, these.size()).mapToDouble(i -> these.get(i) - those.get(i)).toArray();
  }

  private static double[] values(List<Double> boxed) {
    return boxed.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Estimate estimate(double[] values) {
    ConfidenceInterval interval = ConfidenceInterval.ofMean(values, BOOTSTRAP_SEED);
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return new Estimate(mean, interval.lower(), interval.upper());
  }
}
