package org.pitchwright.recommendation.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;
import org.pitchwright.recommendation.dataset.HeldOutCase;

/** Ranks all items for held-out cases and measures where the targets stand. */
public final class LeaveOneOutEvaluator {

  private static final int BATCH = 32;
  private static final long BOOTSTRAP_SEED = 42;
  private static final int DEPTH = 10;

  private final int threads;

  /**
   * Creates an evaluator.
   *
   * @param threads number of cases' batches scored at the same time; the result does not depend on
   *     it
   */
  public LeaveOneOutEvaluator(int threads) {
    this.threads = threads;
  }

  /**
   * Evaluates a scorer.
   *
   * @throws IllegalStateException when a score is not a number
   */
  public EvaluationReport evaluate(Scorer scorer, List<HeldOutCase> cases) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Ranked>> batches = new ArrayList<>();
      for (int start = 0; start < cases.size(); start += BATCH) {
        List<HeldOutCase> batch = cases.subList(start, Math.min(cases.size(), start + BATCH));
        batches.add(executor.submit(() -> rank(scorer, batch)));
      }
      Ranked all = Ranked.nothing(0);
      for (Future<Ranked> batch : batches) {
        all = all.with(batch.get());
      }
      return report(all, cases);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The evaluation failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The evaluation was interrupted.", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static Ranked rank(Scorer scorer, List<HeldOutCase> cases) {
    float[][] scores = scorer.scores(cases.stream().map(HeldOutCase::history).toList());
    Ranked ranked = Ranked.nothing(scores.length == 0 ? 0 : scores[0].length);
    for (int row = 0; row < scores.length; row++) {
      HeldOutCase heldOut = cases.get(row);
      BitSet seen = seen(heldOut.history());
      ranked.excludingSeen.add(TargetRank.of(scores[row], heldOut.target(), seen));
      ranked.includingSeen.add(TargetRank.of(scores[row], heldOut.target(), new BitSet()));
      ranked.recommended.add(TopItems.of(scores[row], seen, DEPTH));
    }
    return ranked;
  }

  private static BitSet seen(History history) {
    BitSet seen = new BitSet();
    for (int item : history.items()) {
      seen.set(item);
    }
    return seen;
  }

  private static EvaluationReport report(Ranked ranked, List<HeldOutCase> cases) {
    double[] gains = ranked.excludingSeen.stream().mapToDouble(rank -> rank.ndcg(DEPTH)).toArray();
    int[] counts = new int[ranked.catalogue];
    ranked.recommended.forEach(list -> IntStream.of(list).forEach(item -> counts[item]++));
    List<String> lengths =
        cases.stream().map(one -> GroupQuality.lengthOf(one.history().size())).toList();
    return new EvaluationReport(
        RankingMetrics.of(ranked.excludingSeen),
        RankingMetrics.of(ranked.includingSeen),
        ConfidenceInterval.ofMean(gains, BOOTSTRAP_SEED),
        Exposure.of(counts),
        GroupQuality.of(ranked.excludingSeen, lengths),
        List.copyOf(ranked.excludingSeen));
  }

  /** Ranks of the cases so far and the items that were recommended in each. */
  private record Ranked(
      List<TargetRank> excludingSeen,
      List<TargetRank> includingSeen,
      List<int[]> recommended,
      int catalogue) {

    static Ranked nothing(int catalogue) {
      return new Ranked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), catalogue);
    }

    Ranked with(Ranked batch) {
      excludingSeen.addAll(batch.excludingSeen);
      includingSeen.addAll(batch.includingSeen);
      recommended.addAll(batch.recommended);
      return new Ranked(excludingSeen, includingSeen, recommended, batch.catalogue);
    }
  }
}
