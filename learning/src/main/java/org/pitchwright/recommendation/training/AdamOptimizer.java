package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam (Kingma and Ba 2015) with β = (.9, .98), run by PyTorch in place. */
final class AdamOptimizer {

  private static final float BETA1 = .9f;
  private static final float BETA2 = .98f;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIPPING = -1f;

  private final NetworkWeights weights;
  private final float weightDecay;
  private final Map<String, PtNDArray> means = new LinkedHashMap<>();
  private final Map<String, PtNDArray> variances = new LinkedHashMap<>();
  private int steps;

  AdamOptimizer(NDManager manager, NetworkWeights weights, double weightDecay) {
    this.weights = weights;
    this.weightDecay = (float) weightDecay;
    weights
        .all()
        .forEach(
            (name, array) -> {
              means.put(name, Torch.zeros(manager, array.getShape()));
              variances.put(name, Torch.zeros(manager, array.getShape()));
            });
  }

  /** Changes all weights by their gradients and clears these. */
  void step(double learningRate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    float rate = (float) (learningRate * correction);
    for (Map.Entry<String, PtNDArray> weight : weights.all().entrySet()) {
      PtNDArray array = weight.getValue();
      try (PtNDArray gradient = array.getGradient()) {
        JniUtils.adamUpdate(
            array,
            gradient,
            means.get(weight.getKey()),
            variances.get(weight.getKey()),
            (float) learningRate,
            rate,
            weightDecay,
            1f,
            NO_CLIPPING,
            BETA1,
            BETA2,
            EPSILON,
            false);
      }
      JniUtils.zeroGrad(array);
    }
  }

  /** Copies of the state, for a checkpoint. */
  Map<String, float[]> state() {
    Map<String, float[]> state = new LinkedHashMap<>();
    means.forEach((name, array) -> state.put("mean." + name, array.toFloatArray()));
    variances.forEach((name, array) -> state.put("variance." + name, array.toFloatArray()));
    return state;
  }

  /** Number of steps so far. */
  int steps() {
    return steps;
  }

  /** Goes on from a copy. */
  void restore(Map<String, float[]> state, int stepsBefore) {
    means.forEach((name, array) -> array.set(state.get("mean." + name)));
    variances.forEach((name, array) -> array.set(state.get("variance." + name)));
    steps = stepsBefore;
  }
}
