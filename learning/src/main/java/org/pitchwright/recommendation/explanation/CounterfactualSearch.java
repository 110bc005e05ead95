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
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;

/**
 * Finds for each recommended item a small set of past items without which it would not be
 * recommended (counterfactual explanation; Tran, Ghazimatin and Saha Roy 2021, "Counterfactual
 * Explanations for Neural Recommenders"). All lists that the search compares are computed by the
 * model itself, in batches: first with one past item left out each, then, for the recommendations
 * that no single item explains, without the two, and at last the three, that weigh most.
 */
public final class CounterfactualSearch {

  /** Past items that are tried, the latest ones: older ones hardly count any more. */
  static final int MOST_TRIED = 12;

  /** Of so many more past items than a set has are the sets made that are tried. */
  private static final int SPARE = 1;

  private final Function<List<History>, float[][]> scorer;
  private final RankedHistory past;
  private final int[] recommended;
  private final int[] contenders;
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
      int[] contenders,
      int listLength) {
    this.scorer = scorer;
    this.past = past;
    this.recommended = recommended;
    this.contenders = contenders;
    this.listLength = listLength;
  }

  /**
   * Explains a list.
   *
   * @param recommended indexes of the items on the list
   * @param runnersUp indexes of the items that would come next, best first: what could take a place
   *     on the list; a few hundred are enough
   * @param listLength number of items that the list may have; at least 1
   * @return one explanation for each recommended item, in their order
   */
  public static List<Counterfactual> explain(
      RecommenderModel model,
      RankedHistory past,
      int[] recommended,
      int[] runnersUp,
      int listLength) {
    IntStream returning = tried(past.history()).stream().mapToInt(Integer::intValue);
    int[] contenders =
        IntStream.concat(
                IntStream.concat(Arrays.stream(recommended), Arrays.stream(runnersUp)), returning)
            .distinct()
            .toArray();
    return explain(model.shortlist(contenders)::scores, past, recommended, contenders, listLength);
  }

  /**
   * Explains a list.
   *
   * @param scorer gives each history's scores of the contenders, in their order
   * @param contenders the recommended items first, then all that could be on the list
   */
  static List<Counterfactual> explain(
      Function<List<History>, float[][]> scorer,
      RankedHistory past,
      int[] recommended,
      int[] contenders,
      int listLength) {
    return new CounterfactualSearch(scorer, past, recommended, contenders, listLength).explain();
  }

  private List<Counterfactual> explain() {
    List<BitSet> singles = tried(past.history()).stream().map(CounterfactualSearch::setOf).toList();
    if (singles.isEmpty()) {
      return Arrays.stream(recommended)
          .mapToObj(item -> new Counterfactual(item, List.of(), false, 0f))
          .toList();
    }
    List<BitSet> first = new ArrayList<>(singles);
    first.add(new BitSet());
    compute(first);
    List<List<BitSet>> strongest = new ArrayList<>();
    List<BitSet> best = new ArrayList<>();
    for (int place = 0; place < recommended.length; place++) {
      strongest.add(strongest(place, singles));
      best.add(strongest.get(place).get(0));
    }
    for (int size = 2; size <= Counterfactual.MOST_CAUSES; size++) {
      enlarge(size, strongest, best);
    }
    return IntStream.range(0, recommended.length)
        .mapToObj(place -> explanation(place, best.get(place)))
        .toList();
  }

  /** Tries one past item more where those named so far do not decide. */
  private void enlarge(int size, List<List<BitSet>> strongest, List<BitSet> best) {
    Map<Integer, List<BitSet>> tries = new HashMap<>();
    Set<BitSet> wanted = new LinkedHashSet<>();
    for (int place = 0; place < recommended.length; place++) {
      if (outcome(best.get(place)).margin(place) >= 0) {
        List<BitSet> unions = unions(strongest.get(place), size);
        tries.put(place, unions);
        wanted.addAll(unions);
      }
    }
    compute(wanted);
    tries.forEach(
        (place, unions) -> {
          for (BitSet union : unions) {
            if (outcome(union).margin(place) < outcome(best.get(place)).margin(place)) {
              best.set(place, union);
            }
          }
        });
  }

  /** All unions of {@code size} of the first few sets. */
  private static List<BitSet> unions(List<BitSet> sets, int size) {
    int among = Math.min(sets.size(), size + SPARE);
    List<BitSet> unions = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << among; chosen++) {
      if (Integer.bitCount(chosen) == size) {
        BitSet union = new BitSet();
        BitSet.valueOf(new long[] {chosen}).stream().forEach(k -> union.or(sets.get(k)));
        unions.add(union);
      }
    }
    return unions;
  }

  /** Items of the latest positive events, latest first. */
  private static List<Integer> tried(History history) {
    Set<Integer> items = new LinkedHashSet<>();
    for (int event = history.size() - 1; event >= 0 && items.size() < MOST_TRIED; event--) {
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
        .limit(Counterfactual.MOST_CAUSES + SPARE)
        .toList();
  }

  private Counterfactual explanation(int place, BitSet causes) {
    List<Integer> ordered =
        causes.stream()
            .boxed()
            .sorted(Comparator.comparingDouble(item -> outcome(setOf(item)).margin(place)))
            .toList();
    float drop = outcome(new BitSet()).scores()[place] - outcome(causes).scores()[place];
    return new Counterfactual(recommended[place], ordered, outcome(causes).margin(place) < 0, drop);
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
    if (!missing.isEmpty()) {
      List<RankedHistory> pasts = missing.stream().map(past::without).toList();
      float[][] scores = scorer.apply(pasts.stream().map(RankedHistory::history).toList());
      for (int k = 0; k < scores.length; k++) {
        float[] own = Arrays.copyOf(scores[k], recommended.length);
        outcomes.put(missing.get(k), new Outcome(own, bar(scores[k], pasts.get(k))));
      }
    }
  }

  /** The score of the last item on the list; what is below it does not get on. */
  private float bar(float[] scores, RankedHistory ranked) {
    float[] admitted = new float[scores.length];
    int count = 0;
    for (int place = 0; place < scores.length; place++) {
      if (ranked.admits(contenders[place])) {
        admitted[count++] = scores[place];
      }
    }
    Arrays.sort(admitted, 0, count);
    return count < listLength ? Float.NEGATIVE_INFINITY : admitted[count - listLength];
  }
}
