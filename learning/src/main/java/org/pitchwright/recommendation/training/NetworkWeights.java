package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/** The learned arrays of the network by name, in a fixed order. */
final class NetworkWeights {

  static final String ITEMS = "items";
  static final String POSITIONS = "positions";
  static final String FINAL_SCALE = "final.scale";
  static final String FINAL_SHIFT = "final.shift";

  private static final double DEVIATION = .02;

  private final NDManager manager;
  private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();

  /**
   * Draws first weights.
   *
   * @param firstItems first item embeddings, or an empty matrix to draw them
   */
  NetworkWeights(NDManager manager, Hyperparameters settings, int items, FloatMatrix firstItems) {
    this.manager = manager;
    Random random = new Random(settings.seed());
    int width = settings.dimension();
    if (firstItems.rows() == 0) {
      draw(ITEMS, random, settings.initialDeviation(), items, width);
    } else {
      add(ITEMS, firstItems.values().clone(), new Shape(items, width));
    }
    draw(POSITIONS, random, DEVIATION, settings.maximumLength(), width);
    for (int layer = 0; layer < settings.layers(); layer++) {
      norm(layer + ".norm1", width);
      dense(layer + ".attention.in", random, width, 3 * width);
      dense(layer + ".attention.out", random, width, width);
      norm(layer + ".norm2", width);
      dense(layer + ".forward.in", random, width, settings.feedForward());
      dense(layer + ".forward.out", random, settings.feedForward(), width);
    }
    norm("final", width);
  }

  private void norm(String name, int width) {
    float[] ones = new float[width];
    Arrays.fill(ones, 1f);
    add(name + ".scale", ones, new Shape(width));
    add(name + ".shift", new float[width], new Shape(width));
  }

  private void dense(String name, Random random, int inputs, int outputs) {
    draw(name + ".weight", random, DEVIATION, outputs, inputs);
    add(name + ".bias", new float[outputs], new Shape(outputs));
  }

  private void draw(String name, Random random, double deviation, int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) (random.nextGaussian() * deviation);
    }
    add(name, values, new Shape(rows, columns));
  }

  private void add(String name, float[] values, Shape shape) {
    PtNDArray array = Torch.floats(manager, values, shape);
    array.setRequiresGradient(true);
    arrays.put(name, array);
  }

  /** An array by name. */
  PtNDArray get(String name) {
    PtNDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("The network has no weights named " + name + ".");
    }
    return array;
  }

  /** All arrays, in a fixed order. */
  Map<String, PtNDArray> all() {
    return arrays;
  }

  /**
   * Copies of all values.
   *
   * @throws IllegalStateException when a weight is not finite
   */
  Map<String, float[]> values() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    for (Map.Entry<String, PtNDArray> array : arrays.entrySet()) {
      float[] values = array.getValue().toFloatArray();
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IllegalStateException(
              "Training failed: a weight of " + array.getKey() + " is " + value + ".");
        }
      }
      copies.put(array.getKey(), values);
    }
    return copies;
  }

  /** Sets all values from a copy. */
  void restore(Map<String, float[]> values) {
    for (Map.Entry<String, PtNDArray> array : arrays.entrySet()) {
      float[] stored = values.get(array.getKey());
      if (stored == null || stored.length != array.getValue().getShape().size()) {
        throw new IllegalStateException("The checkpoint does not fit: " + array.getKey() + ".");
      }
      array.getValue().set(stored);
    }
  }
}
