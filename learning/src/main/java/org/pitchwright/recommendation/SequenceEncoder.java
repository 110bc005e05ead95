package org.pitchwright.recommendation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.ArtifactException;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/**
 * Runs the exported transformer encoder: item sequences in, one user vector of length 1 each out.
 *
 * <p>The graph's inputs are {@code embeddings} (batch, length, dimension), the items' embeddings
 * with the latest event last and zeros before shorter sequences, and {@code mask} (batch, 1, 1,
 * length), 0 for an event and −10⁹ for what is padded. Its output {@code user} is (batch,
 * dimension).
 */
final class SequenceEncoder implements AutoCloseable {

  private static final float MASKED = -1e9f;

  /**
   * Weights that are kept as 8-bit integers become floats once, when the model is loaded; without
   * this ONNX Runtime keeps the conversion in the graph and repeats it with every call.
   */
  private static final String FOLD_INTEGERS = "session.disable_quant_qdq";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final FloatMatrix embeddings;
  private final ConcurrentLinkedQueue<FloatBuffer> spareBuffers = new ConcurrentLinkedQueue<>();

  /**
   * Readers run the session, the writer closes it: native memory is never freed under a request.
   */
  private final ReadWriteLock closing = new ReentrantReadWriteLock();

  private boolean closed;

  SequenceEncoder(byte[] graph, FloatMatrix embeddings) {
    this.embeddings = embeddings;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.addConfigEntry(FOLD_INTEGERS, "1");
      session = environment.createSession(graph, options);
    } catch (OrtException e) {
      throw new ArtifactException("The encoder cannot be loaded: " + e.getMessage(), e);
    }
  }

  /**
   * User vectors of a batch.
   *
   * @param sequences item indexes, oldest first, each with at least one and at most the model's
   *     maximum length
   */
  float[][] encode(List<int[]> sequences) {
    closing.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The model is closed; ask for the current one again.");
      }
      return run(sequences);
    } finally {
      closing.readLock().unlock();
    }
  }

  private float[][] run(List<int[]> sequences) {
    int length = sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0);
    int batch = sequences.size();
    int dimension = embeddings.columns();
    FloatBuffer inputs = borrow(batch * length * (dimension + 1));
    FloatBuffer vectors = inputs.slice(0, batch * length * dimension);
    FloatBuffer mask = inputs.slice(batch * length * dimension, batch * length);
    fill(sequences, length, vectors, mask);
    long[] vectorShape = {batch, length, dimension};
    long[] maskShape = {batch, 1, 1, length};
    try (OnnxTensor vectorTensor = OnnxTensor.createTensor(environment, vectors, vectorShape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, maskShape);
        OrtSession.Result result =
            session.run(Map.of("embeddings", vectorTensor, "mask", maskTensor))) {
      return (float[][]) result.get(0).getValue();
    } catch (OrtException e) {
      throw new IllegalStateException("The sequence encoder failed: " + e.getMessage(), e);
    } finally {
      spareBuffers.add(inputs);
    }
  }

  private void fill(List<int[]> sequences, int length, FloatBuffer vectors, FloatBuffer mask) {
    int dimension = embeddings.columns();
    for (int row = 0; row < sequences.size(); row++) {
      int[] sequence = sequences.get(row);
      int padding = length - sequence.length;
      for (int step = 0; step < padding; step++) {
        mask.put(row * length + step, MASKED);
        int start = (row * length + step) * dimension;
        for (int k = 0; k < dimension; k++) {
          vectors.put(start + k, 0f);
        }
      }
      for (int step = padding; step < length; step++) {
        mask.put(row * length + step, 0f);
        int item = sequence[step - padding];
        vectors.put(
            (row * length + step) * dimension,
            embeddings.values(),
            embeddings.offset(item),
            dimension);
      }
    }
  }

  /** Native memory is dear to allocate for each request: buffers are used again. */
  private FloatBuffer borrow(int floats) {
    @Nullable FloatBuffer spare = spareBuffers.poll();
    if (spare != null && spare.capacity() >= floats) {
      return spare;
    }
    return ByteBuffer.allocateDirect(Math.multiplyExact(4, floats))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public void close() {
    closing.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("The sequence encoder cannot be closed.", e);
    } finally {
      closing.writeLock().unlock();
    }
  }
}
