package org.pitchwright.recommendation.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/**
 * The demo's encoder as ONNX Runtime runs it, with its inputs ready as tensors: the least that a
 * recommendation for a changed history can cost.
 */
final class BareEncoder implements AutoCloseable {
  private static final float MASKED = -1e9f;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final List<Map<String, OnnxTensor>> batches = new ArrayList<>();
  private int next;

  /**
   * An encoder for these histories.
   *
   * @param batch how many histories make one call
   */
  BareEncoder(ModelArtifact artifact, List<int[]> histories, int batch) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(artifact.blob(ModelArtifact.ENCODER), options);
    }
    FloatMatrix embeddings = artifact.matrix(ModelArtifact.ITEM_EMBEDDINGS);
    for (int start = 0; start + batch <= histories.size(); start += batch) {
      batches.add(tensors(histories.subList(start, start + batch), embeddings));
    }
  }

  private Map<String, OnnxTensor> tensors(List<int[]> histories, FloatMatrix embeddings)
      throws OrtException {
    int length = histories.stream().mapToInt(history -> history.length).max().orElse(0);
    int dimension = embeddings.columns();
    float[] vectors = new float[histories.size() * length * dimension];
    float[] mask = new float[histories.size() * length];
    Arrays.fill(mask, MASKED);
    for (int row = 0; row < histories.size(); row++) {
      int[] history = histories.get(row);
      int step = row * length + length - history.length;
      for (int item : history) {
        mask[step] = 0;
        System.arraycopy(
            embeddings.values(), embeddings.offset(item), vectors, step * dimension, dimension);
        step++;
      }
    }
    long[] vectorShape = {histories.size(), length, dimension};
    long[] maskShape = {histories.size(), 1, 1, length};
    return Map.of(
        "embeddings",
        OnnxTensor.createTensor(environment, FloatBuffer.wrap(vectors), vectorShape),
        "mask",
        OnnxTensor.createTensor(environment, FloatBuffer.wrap(mask), maskShape));
  }

  /** Encodes the next batch; begins again after the last. */
  float[][] encode() throws OrtException {
    Map<String, OnnxTensor> inputs = batches.get(next);
    next = (next + 1) % batches.size();
    try (OrtSession.Result result = session.run(inputs)) {
      return (float[][]) result.get(0).getValue();
    }
  }

  /** Calls in a second of one thread, over a time. */
  double rate(double seconds) throws OrtException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long calls = 0;
    do {
      encode();
      calls++;
    } while (System.nanoTime() < end);
    return calls / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() throws OrtException {
    for (Map<String, OnnxTensor> batch : batches) {
      batch.values().forEach(OnnxTensor::close);
    }
    session.close();
  }
}
