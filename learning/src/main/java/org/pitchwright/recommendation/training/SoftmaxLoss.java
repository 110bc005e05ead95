package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.BitSet;
import java.util.Random;

/**
 * Cross-entropy of the next item against all items, or against a uniform sample that the targets of
 * a batch share.
 *
 * <p>Where a target is among the negatives, its exponential counts once: with c = 1 for such a
 * target and 0 else, the loss is ln((1 − c)·e^p + Σ e^n) − p. Logits are cosines divided by τ ≥
 * .02, so that the exponentials cannot overflow.
 */
final class SoftmaxLoss {

  private final NDManager manager;
  private final NetworkWeights weights;
  private final int items;
  private final int[] candidates;
  private final int negatives;

  /**
   * A loss.
   *
   * @param items number of items
   * @param candidates items that may be negatives, ascending: an item that nobody could choose yet
   *     must not be taught to be unwanted
   */
  SoftmaxLoss(
      NDManager manager,
      NetworkWeights weights,
      Hyperparameters settings,
      int items,
      int[] candidates) {
    this.manager = manager;
    this.weights = weights;
    this.items = items;
    this.candidates = candidates;
    int count = candidates.length;
    boolean full = count <= settings.fullSoftmaxUpTo() || count <= settings.negatives();
    negatives = full ? count : settings.negatives();
  }

  /** Mean loss, weighted by the strength of the targets. */
  PtNDArray of(PtNDArray hidden, TrainingBatch batch, Random random) {
    long[] sample = sample(random);
    BitSet sampled = new BitSet(items);
    for (long item : sample) {
      sampled.set((int) item);
    }
    int count = batch.targets().length;
    float[] absent = new float[count];
    for (int target = 0; target < count; target++) {
      absent[target] = sampled.get((int) batch.targets()[target]) ? 0f : 1f;
    }
    NDArray positive = hidden.mul(vectors(batch.targets())).sum(new int[] {1});
    NDArray negative = hidden.matMul(vectors(sample).transpose(1, 0));
    NDArray once = positive.exp().mul(Torch.floats(manager, absent, new Shape(count)));
    NDArray losses = negative.exp().sum(new int[] {1}).add(once).log().sub(positive);
    NDArray strengths = Torch.floats(manager, batch.weights(), new Shape(count));
    return (PtNDArray) losses.mul(strengths).sum();
  }

  private PtNDArray vectors(long[] chosen) {
    PtNDArray indexes = Torch.indexes(manager, chosen, new Shape(chosen.length));
    return Torch.normalized(Torch.rows(weights.get(NetworkWeights.ITEMS), indexes));
  }

  /** Distinct candidates, uniformly (Floyd's algorithm). */
  private long[] sample(Random random) {
    int count = candidates.length;
    long[] sample = new long[negatives];
    if (negatives == count) {
      for (int k = 0; k < count; k++) {
        sample[k] = candidates[k];
      }
      return sample;
    }
    BitSet chosen = new BitSet(count);
    for (int k = 0; k < negatives; k++) {
      int last = count - negatives + k;
      int drawn = random.nextInt(last + 1);
      int place = chosen.get(drawn) ? last : drawn;
      chosen.set(place);
      sample[k] = candidates[place];
    }
    return sample;
  }
}
