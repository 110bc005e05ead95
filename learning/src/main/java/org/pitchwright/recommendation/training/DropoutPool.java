package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Dropout masks cut from one long random array that is drawn anew for every epoch: to draw a mask
 * for every layer of every batch takes longer than the layer.
 */
final class DropoutPool implements AutoCloseable {

  private static final int SIZE = 1 << 23;

  private final double share;
  private final PtNDArray pool;
  private final Random random;

  /**
   * Draws a pool.
   *
   * @param share of values to drop
   * @param seed of this epoch
   */
  DropoutPool(NDManager manager, double share, long seed) {
    this.share = share;
    random = new Random(seed);
    if (share == 0) {
      pool = Torch.zeros(manager, new Shape(1));
      return;
    }
    SplittableRandom uniform = new SplittableRandom(seed);
    float kept = (float) (1 / (1 - share));
    float[] mask = new float[SIZE];
    for (int k = 0; k < SIZE; k++) {
      mask[k] = uniform.nextFloat() < share ? 0f : kept;
    }
    pool = Torch.floats(manager, mask, new Shape(SIZE));
  }

  /** Drops values of an array at random and scales up those that stay. */
  PtNDArray apply(PtNDArray values) {
    if (share == 0) {
      return values;
    }
    long size = values.getShape().size();
    if (size >= SIZE) {
      throw new IllegalStateException(
          "A batch has %d values, more than the dropout pool; lower tokensPerBatch."
              .formatted(size));
    }
    long start = (long) (random.nextDouble() * (SIZE - size));
    NDArray mask = Torch.slice(pool, start, size).reshape(values.getShape());
    return (PtNDArray) values.mul(mask);
  }

  @Override
  public void close() {
    pool.close();
  }
}
