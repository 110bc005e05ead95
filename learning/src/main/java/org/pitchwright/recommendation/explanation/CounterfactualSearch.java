package org.pitchwright.recommendation.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;

/**
 * Finds for each recommended item the smallest set of past items without which it would not be
 * recommended (counterfactual explanation; Tran, Ghazimatin and Saha Roy 2021, "Counterfactual
 * Explanations for Neural Recommenders"). All lists that the search compares are computed by the
 * model itself, in batches: with one past item left out each, then with the most promising pairs
 * and triples for the recommendations that no single item explains.
 */
public final class CounterfactualSearch {

  /** Past items that are tried, the latest ones: older ones hardly count any more. */
  private static final int MOST_CANDIDATES = 24;

  /** The strongest candidates of which pairs and triples are tried. */
  private static final int COMBINED = 4;

  private static final int BATCH = 32;

  private final Function<List<History>, float[][]> scorer;
  private final RankedHistory past;
  private final int[] recommended;
  private final int listLength;
  private final Map<BitSet, Outcome> outcomes = new HashMap<>();

  /** What the list would be without some items: the recommended items' scores, and the bar. */
  private record Outcome(float[] scores, float bar) {
    /** Above 0 where the item is still on the list. */
    float margin(int place) {
      return scores[place] - bar;
    }
  }

  private CounterfactualSearch(
      Function<List<History>, float[][]> scorer,
      RankedHistory past,
      int[] recommended,
      int listLength) {
    this.scorer = scorer;
    this.past = past;
    this.recommended = recommended;
    this.listLength = listLength;
  }

  /**
   * Explains a list.
   *
   * @param recommended indexes of the items on the list
   * @param listLength number of items that the list may have; at least 1
   * @return one explanation for each recommended item, in their order
   */
  public static List<Counterfactual> explain(
      RecommenderModel model, RankedHistory past, int[] recommended, int listLength) {
    return explain(model::scores, past, recommended, listLength);
  }

  static List<Counterfactual> explain(
      Function<List<History>, float[][]> scorer,
      RankedHistory past,
      int[] recommended,
      int listLength) {
    return new CounterfactualSearch(scorer, past, recommended, listLength).explain();
  }

  private List<Counterfactual> explain() {
    List<Integer> candidates = candidates();
    if (candidates.isEmpty()) {
      return Arrays.stream(recommended)
          .mapToObj(item -> new Counterfactual(item, List.of(), false, 0f))
          .toList();
    }
    List<BitSet> singles = candidates.stream().map(CounterfactualSearch::setOf).toList();
    List<BitSet> first = new ArrayList<>(singles);
    first.add(new BitSet());
    compute(first);
    List<List<BitSet>> tries = new ArrayList<>();
    for (int place = 0; place < recommended.length; place++) {
      tries.add(singles);
    }
    for (int size = 2; size <= Counterfactual.MOST_CAUSES; size++) {
      Set<BitSet> wanted = new LinkedHashSet<>();
      for (int place = 0; place < recommended.length; place++) {
        if (!leaves(place, best(place, tries.get(place)))) {
          List<BitSet> combined = combinations(strongest(place, singles), size);
          if (!combined.isEmpty()) {
            tries.set(place, combined);
            wanted.addAll(combined);
          }
        }
      }
      compute(wanted);
    }
    List<Counterfactual> explanations = new ArrayList<>();
    for (int place = 0; place < recommended.length; place++) {
      explanations.add(explanation(place, best(place, tries.get(place))));
    }
    return explanations;
  }

  /** Items of the latest positive events, latest first. */
  private List<Integer> candidates() {
    Set<Integer> items = new LinkedHashSet<>();
    History history = past.history();
    for (int event = history.size() - 1; event >= 0 && items.size() < MOST_CANDIDATES; event--) {
      if (history.weights()[event] > 0) {
        items.add(history.items()[event]);
      }
    }
    return List.copyOf(items);
  }

  private static BitSet setOf(int item) {
    BitSet set = new BitSet();
    set.set(item);
    return set;
  }

  /** The single items without which the recommended one stands worst, worst first. */
  private List<BitSet> strongest(int place, List<BitSet> singles) {
    return singles.stream()
        .sorted(Comparator.comparingDouble(without -> outcome(without).margin(place)))
        .limit(COMBINED)
        .toList();
  }

  /** All unions of {@code size} of the sets, those of the first ones first. */
  private static List<BitSet> combinations(List<BitSet> sets, int size) {
    List<BitSet> unions = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << sets.size(); chosen++) {
      if (Integer.bitCount(chosen) == size) {
        BitSet union = new BitSet();
        for (int k = 0; k < sets.size(); k++) {
          if ((chosen & 1 << k) != 0) {
            union.or(sets.get(k));
          }
        }
        unions.add(union);
      }
    }
    return unions;
  }

  private BitSet best(int place, List<BitSet> tried) {
    BitSet best = tried.get(0);
    for (BitSet without : tried) {
      if (outcome(without).margin(place) < outcome(best).margin(place)) {
        best = without;
      }
    }
    return best;
  }

  private boolean leaves(int place, BitSet without) {
    return outcome(without).margin(place) < 0;
  }

  private Counterfactual explanation(int place, BitSet causes) {
    List<Integer> ordered =
        causes.stream()
            .boxed()
            .sorted(Comparator.comparingDouble(item -> outcome(setOf(item)).margin(place)))
            .toList();
    float drop = outcome(new BitSet()).scores()[place] - outcome(causes).scores()[place];
    return new Counterfactual(recommended[place], ordered, leaves(place, causes), drop);
  }

  private Outcome outcome(BitSet without) {
    Outcome outcome = outcomes.get(without);
    if (outcome == null) {
      throw new IllegalStateException("The list without " + without + " was not computed");
    }
    return outcome;
  }

  private void compute(Collection<BitSet> wanted) {
    List<BitSet> missing = wanted.stream().filter(set -> !outcomes.containsKey(set)).toList();
    for (int start = 0; start < missing.size(); start += BATCH) {
      List<BitSet> batch = missing.subList(start, Math.min(missing.size(), start + BATCH));
      List<RankedHistory> pasts = batch.stream().map(past::without).toList();
      float[][] scores = scorer.apply(pasts.stream().map(RankedHistory::history).toList());
      for (int k = 0; k < batch.size(); k++) {
        outcomes.put(batch.get(k), outcome(scores[k], pasts.get(k).excluded()));
      }
    }
  }

  private Outcome outcome(float[] scores, BitSet excluded) {
    float[] own = new float[recommended.length];
    for (int place = 0; place < own.length; place++) {
      own[place] = scores[recommended[place]];
    }
    return new Outcome(own, bar(scores, excluded));
  }

  /** The score of the last item on the list; what is below it does not get on. */
  private float bar(float[] scores, BitSet excluded) {
    float[] best = new float[listLength];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    int eligible = scores.length - excluded.cardinality();
    int last = Math.min(listLength, Math.max(1, eligible)) - 1;
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > best[last] && !excluded.get(item)) {
        int place = last;
        while (place > 0 && best[place - 1] < scores[item]) {
          best[place] = best[--place];
        }
        best[place] = scores[item];
      }
    }
    return eligible < listLength ? Float.NEGATIVE_INFINITY : best[last];
  }
}
