package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The causal transformer encoder (SASRec, Kang and McAuley 2018) with pre-normalised layers and
 * positions counted from the end.
 */
final class SequenceNetwork {

  private static final float MASKED = -1e9f;

  private final NDManager manager;
  private final Hyperparameters settings;
  private final NetworkWeights weights;
  private final PtNDArray attentionScale;
  private final PtNDArray outputScale;

  SequenceNetwork(NDManager manager, Hyperparameters settings, NetworkWeights weights) {
    this.manager = manager;
    this.settings = settings;
    this.weights = weights;
    double headWidth = (double) settings.dimension() / settings.heads();
    attentionScale = Torch.constant(manager, 1 / Math.sqrt(headWidth));
    outputScale = Torch.constant(manager, 1 / settings.temperature());
  }

  /**
   * Hidden states of a batch's inputs that have a target, of length 1/τ: (targets, dimension).
   *
   * @param dropout draws what is dropped; with a share of 0 for inference
   */
  PtNDArray hidden(TrainingBatch batch, DropoutPool dropout) {
    Shape shape = new Shape(batch.rows(), batch.length());
    PtNDArray items = Torch.indexes(manager, batch.items(), shape);
    NDArray embedded = Torch.rows(weights.get(NetworkWeights.ITEMS), items);
    PtNDArray states = dropout.apply((PtNDArray) embedded.add(positions(batch.length())));
    PtNDArray mask = mask(batch);
    for (int layer = 0; layer < settings.layers(); layer++) {
      states = attention(states, layer, mask, dropout);
      states = feedForward(states, layer, dropout);
    }
    PtNDArray flat = (PtNDArray) states.reshape(-1, settings.dimension());
    if (batch.padded()) {
      Shape count = new Shape(batch.places().length);
      flat = Torch.rows(flat, Torch.indexes(manager, batch.places(), count));
    }
    PtNDArray normed = norm(flat, "final");
    return (PtNDArray) Torch.normalized(normed).mul(outputScale);
  }

  /** The embeddings of the last {@code length} positions; the last row is the latest event's. */
  private PtNDArray positions(int length) {
    int width = settings.dimension();
    PtNDArray all = weights.get(NetworkWeights.POSITIONS);
    long first = settings.maximumLength() - (long) length;
    long[] from = {first, 0};
    long[] to = {settings.maximumLength(), width};
    long[] step = {1, 1};
    return JniUtils.index(all, from, to, step, all.getManager());
  }

  /** What an event may not attend to: later events, and padding. */
  private PtNDArray mask(TrainingBatch batch) {
    int length = batch.length();
    int layers = batch.padded() ? batch.rows() : 1;
    float[] mask = new float[layers * length * length];
    for (int row = 0; row < layers; row++) {
      int padding = batch.padded() ? batch.paddings()[row] : 0;
      for (int query = 0; query < length; query++) {
        int start = (row * length + query) * length;
        for (int key = 0; key < length; key++) {
          mask[start + key] = key > query || key < padding ? MASKED : 0f;
        }
      }
    }
    return Torch.floats(manager, mask, new Shape(layers, 1, length, length));
  }

  private PtNDArray attention(PtNDArray states, int layer, PtNDArray mask, DropoutPool dropout) {
    long rows = states.getShape().get(0);
    long length = states.getShape().get(1);
    int heads = settings.heads();
    long headWidth = settings.dimension() / heads;
    NDArray joint = dense(norm(states, layer + ".norm1"), layer + ".attention.in");
    NDList parts = joint.split(3, 2);
    Shape split = new Shape(rows, length, heads, headWidth);
    NDArray queries = parts.get(0).reshape(split).transpose(0, 2, 1, 3);
    NDArray keys = parts.get(1).reshape(split).transpose(0, 2, 3, 1);
    NDArray values = parts.get(2).reshape(split).transpose(0, 2, 1, 3);
    NDArray scores = queries.mul(attentionScale).matMul(keys).add(mask);
    PtNDArray attention = dropout.apply(Torch.softmax((PtNDArray) scores));
    NDArray mixed = attention.matMul(values).transpose(0, 2, 1, 3);
    PtNDArray joined = (PtNDArray) mixed.reshape(rows, length, settings.dimension());
    return (PtNDArray) states.add(dropout.apply(dense(joined, layer + ".attention.out")));
  }

  private PtNDArray feedForward(PtNDArray states, int layer, DropoutPool dropout) {
    PtNDArray inner = Torch.gelu(dense(norm(states, layer + ".norm2"), layer + ".forward.in"));
    return (PtNDArray) states.add(dropout.apply(dense(inner, layer + ".forward.out")));
  }

  private PtNDArray dense(PtNDArray input, String name) {
    return Torch.linear(input, weights.get(name + ".weight"), weights.get(name + ".bias"));
  }

  private PtNDArray norm(PtNDArray input, String name) {
    return Torch.layerNorm(input, weights.get(name + ".scale"), weights.get(name + ".shift"));
  }
}
