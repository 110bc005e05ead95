package org.pitchwright.recommendation.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The PyTorch operations that the network is made of, and arrays whose memory PyTorch owns.
 *
 * <p>{@code NDArray.mul(Number)} and its kin make an array over memory that Java owns and close it
 * at once, while autograd keeps a pointer to it for the backward pass: a garbage collection in
 * between turns gradients into garbage. Hence nothing under a gradient is made of a {@code Number};
 * constants come from {@link #constant}, and all data from Java is copied into PyTorch's memory.
 */
final class Torch {

  private static final double LAYER_NORM_EPSILON = 1e-5;
  private static final double NORMALIZE_EPSILON = 1e-12;

  private Torch() {}

  /** Uses one thread per model: at these widths a second one gains nothing. */
  static void useOneThread() {
    JniUtils.setNumThreads(1);
  }

  static PtNDArray constant(NDManager manager, double value) {
    return floats(manager, new float[] {(float) value}, new Shape());
  }

  static PtNDArray floats(NDManager manager, float[] values, Shape shape) {
    try (NDArray borrowed = manager.create(values, shape)) {
      return (PtNDArray) borrowed.duplicate();
    }
  }

  static PtNDArray indexes(NDManager manager, long[] values, Shape shape) {
    try (NDArray borrowed = manager.create(values, shape)) {
      return (PtNDArray) borrowed.duplicate();
    }
  }

  static PtNDArray zeros(NDManager manager, Shape shape) {
    return (PtNDArray) manager.zeros(shape, DataType.FLOAT32);
  }

  /** Rows of a matrix. */
  static PtNDArray rows(PtNDArray matrix, PtNDArray indexes) {
    return JniUtils.embedding(indexes, matrix, false);
  }

  static PtNDArray linear(PtNDArray input, PtNDArray weight, PtNDArray bias) {
    return JniUtils.linear(input, weight, bias);
  }

  static PtNDArray layerNorm(PtNDArray input, PtNDArray scale, PtNDArray shift) {
    return JniUtils.layerNorm(input, scale.getShape(), scale, shift, LAYER_NORM_EPSILON);
  }

  static PtNDArray gelu(PtNDArray input) {
    return JniUtils.gelu(input);
  }

  static PtNDArray softmax(PtNDArray input) {
    return JniUtils.softmax(input, -1, DataType.FLOAT32);
  }

  /** Vectors along the last axis, divided by their length. */
  static PtNDArray normalized(PtNDArray input) {
    return JniUtils.normalize(input, 2, -1, NORMALIZE_EPSILON);
  }

  /** A view of a flat array. */
  static PtNDArray slice(PtNDArray flat, long start, long length) {
    long[] from = {start};
    long[] to = {start + length};
    long[] step = {1};
    return JniUtils.index(flat, from, to, step, flat.getManager());
  }
}
