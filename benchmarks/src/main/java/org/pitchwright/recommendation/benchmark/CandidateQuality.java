package org.pitchwright.recommendation.benchmark;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.ScoredItem;
import org.pitchwright.recommendation.ScoredItems;

/**
 * What the index of a large catalogue loses and gains: the last item of each history is to be found
 * from those before it, once by the scores of all items, once by those of the candidates.
 */
final class CandidateQuality {
  private static final int CASES = 500;
  private static final int TOP = 10;
  private static final int CANDIDATES = 500;
  private static final double BAR = .01;

  private final RecommenderModel model;
  private double exactGain;
  private double indexedGain;
  private double found;
  private long exactNanos;
  private long indexedNanos;

  private CandidateQuality(RecommenderModel model) {
    this.model = model;
  }

  /**
   * Measures and prints.
   *
   * @param histories items by index, oldest first
   * @return whether the loss is within its bar
   */
  static boolean measure(RecommenderModel model, List<int[]> histories) {
    List<int[]> cases = histories.stream().filter(CandidateQuality::isCase).limit(CASES).toList();
    CandidateQuality quality = new CandidateQuality(model);
    cases.forEach(quality::add);
    double loss = 1 - quality.indexedGain / quality.exactGain;
    System.out.printf(
        Locale.ROOT,
        "%,d items, %d cases: NDCG@10 %.4f by all items (%.1f ms each), %.4f by candidates (%.2f"
            + " ms), loss %.2f%%; %.2f%% of the ten best are found%n",
        model.itemCount(),
        cases.size(),
        quality.exactGain / cases.size(),
        quality.exactNanos / 1e6 / cases.size(),
        quality.indexedGain / cases.size(),
        quality.indexedNanos / 1e6 / cases.size(),
        100 * loss,
        100 * quality.found / cases.size());
    return loss <= BAR;
  }

  /** Whether the last item is new, as a repeated one is never recommended. */
  private static boolean isCase(int[] history) {
    int last = history.length - 1;
    return last > 0 && IntStream.range(0, last).noneMatch(place -> history[place] == history[last]);
  }

  private void add(int[] history) {
    int[] past = Arrays.copyOf(history, history.length - 1);
    List<History> asked = List.of(History.of(past));
    long begin = System.nanoTime();
    float[] scores = model.scores(asked)[0];
    long between = System.nanoTime();
    ScoredItems candidates = model.candidates(asked, CANDIDATES).get(0);
    long end = System.nanoTime();
    exactNanos += between - begin;
    indexedNanos += end - between;
    int[] all = IntStream.range(0, scores.length).toArray();
    List<Integer> exact = best(all, scores, past);
    List<Integer> indexed = best(candidates.items(), candidates.scores(), past);
    int target = history[history.length - 1];
    exactGain += gain(exact.indexOf(target));
    indexedGain += gain(indexed.indexOf(target));
    Set<Integer> both = new HashSet<>(exact);
    both.retainAll(indexed);
    found += both.size() / (double) TOP;
  }

  private static double gain(int place) {
    return place < 0 ? 0 : Math.log(2) / Math.log(place + 2);
  }

  private static List<Integer> best(int[] items, float[] scores, int[] past) {
    Set<Integer> seen = new HashSet<>();
    IntStream.of(past).forEach(seen::add);
    return IntStream.range(0, items.length)
        .filter(place -> !seen.contains(items[place]))
        .mapToObj(place -> new ScoredItem(items[place], scores[place]))
        .sorted((one, other) -> Float.compare(other.score(), one.score()))
        .limit(TOP)
        .map(ScoredItem::item)
        .toList();
  }
}
