package org.pitchwright.recommendation.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.dataset.HeldOutCase;
import org.pitchwright.recommendation.evaluation.TargetRank;

/**
 * Finds the blend weights with the best NDCG@10 on validation cases, seen items excluded: the best
 * of a grid, then the best around it as long as that gets better.
 */
final class BlendSearch {

  private static final float[] TRANSITIONS = {0f, .02f, .05f, .1f, .15f, .2f, .3f, .5f, .8f};
  private static final float[] TEXTS = {0f, .1f, .2f, .3f, .45f, .6f};
  private static final float[] POPULARITY = {-.1f, 0f, .1f, .2f};
  private static final float[] FACTORS = {.75f, 1f, 1.33f};
  private static final float[] POPULARITY_STEPS = {-.05f, 0f, .05f, .15f};
  private static final int REFINEMENTS = 4;
  private static final int DEPTH = 10;
  private static final int CHUNK = 50;

  private final RecommenderModel model;
  private final boolean texts;

  BlendSearch(RecommenderModel model, boolean texts) {
    this.model = model;
    this.texts = texts;
  }

  private static BlendWeights blend(float transitions, float texts, float popularity) {
    BlendWeights start = BlendWeights.DEFAULT;
    return new BlendWeights(1f, transitions, texts, popularity, start.refusal(), start.decay());
  }

  private List<BlendWeights> grid() {
    List<BlendWeights> candidates = new ArrayList<>();
    for (float transition : TRANSITIONS) {
      for (float text : texts ? TEXTS : new float[] {0f}) {
        for (float popular : POPULARITY) {
          candidates.add(blend(transition, text, popular));
        }
      }
    }
    return candidates;
  }

  /** A blend and its neighbours, itself first. */
  private static List<BlendWeights> around(BlendWeights centre) {
    Set<BlendWeights> candidates = new LinkedHashSet<>();
    candidates.add(centre);
    for (float transition : FACTORS) {
      for (float text : FACTORS) {
        for (float step : POPULARITY_STEPS) {
          candidates.add(
              blend(
                  centre.transitions() * transition,
                  centre.texts() * text,
                  centre.popularity() + step));
        }
      }
    }
    return List.copyOf(candidates);
  }

  /** The best blend; the default when there are no cases. */
  BlendWeights best(List<HeldOutCase> cases, int threads) {
    if (cases.isEmpty()) {
      return BlendWeights.DEFAULT;
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      BlendWeights best = best(grid(), cases, executor);
      for (int round = 0; round < REFINEMENTS; round++) {
        BlendWeights better = best(around(best), cases, executor);
        if (better.equals(best)) {
          return best;
        }
        best = better;
      }
      return best;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The blend search failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The blend search was interrupted.", e);
    } finally {
      executor.shutdownNow();
    }
  }

  /** The best of some; of equals the first. */
  private BlendWeights best(
      List<BlendWeights> candidates, List<HeldOutCase> cases, ExecutorService executor)
      throws ExecutionException, InterruptedException {
    List<Future<double[]>> chunks = new ArrayList<>();
    for (int start = 0; start < cases.size(); start += CHUNK) {
      List<HeldOutCase> chunk = cases.subList(start, Math.min(cases.size(), start + CHUNK));
      chunks.add(executor.submit(() -> gains(candidates, chunk)));
    }
    double[] gains = new double[candidates.size()];
    for (Future<double[]> chunk : chunks) {
      double[] part = chunk.get();
      for (int candidate = 0; candidate < gains.length; candidate++) {
        gains[candidate] += part[candidate];
      }
    }
    return candidates.get(greatest(gains));
  }

  private static int greatest(double[] gains) {
    int best = 0;
    for (int candidate = 1; candidate < gains.length; candidate++) {
      best = gains[candidate] > gains[best] ? candidate : best;
    }
    return best;
  }

  private double[] gains(List<BlendWeights> candidates, List<HeldOutCase> cases) {
    double[] gains = new double[candidates.size()];
    for (HeldOutCase heldOut : cases) {
      float[][] parts = model.standardizedParts(heldOut.history());
      for (int item : heldOut.history().items()) {
        if (item != heldOut.target()) {
          parts[0][item] = Float.NEGATIVE_INFINITY;
        }
      }
      for (int candidate = 0; candidate < gains.length; candidate++) {
        gains[candidate] += gain(candidates.get(candidate), parts, heldOut.target());
      }
    }
    return gains;
  }

  private static double gain(BlendWeights blend, float[][] parts, int target) {
    float transitions = blend.transitions();
    float texts = blend.texts();
    float popularity = blend.popularity();
    float[] sequence = parts[0];
    float score =
        sequence[target]
            + transitions * parts[1][target]
            + texts * parts[2][target]
            + popularity * parts[3][target];
    int better = 0;
    int tied = -1;
    for (int item = 0; item < sequence.length && better < DEPTH; item++) {
      float other =
          sequence[item]
              + transitions * parts[1][item]
              + texts * parts[2][item]
              + popularity * parts[3][item];
      better += other > score ? 1 : 0;
      tied += other == score ? 1 : 0;
    }
    return better >= DEPTH ? 0 : new TargetRank(better, tied).ndcg(DEPTH);
  }
}
