package org.pitchwright.recommendation.training;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns sentences into vectors with a BGE model (Xiao et al. 2023, C-Pack): the state of the first
 * token, before any normalisation. Safe for several threads, each call uses one.
 */
final class SentenceEncoder implements AutoCloseable {

  private static final int MOST_TOKENS = 128;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  /**
   * Loads a model from the class path.
   *
   * @param name of the resources {@code <name>.onnx} and {@code <name>-tokenizer.json}
   */
  SentenceEncoder(String name) throws IOException {
    Map<String, String> options =
        Map.of("padding", "true", "truncation", "true", "maxLength", Integer.toString(MOST_TOKENS));
    try (InputStream json = resource(name + "-tokenizer.json");
        InputStream graph = resource(name + ".onnx");
        OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      tokenizer = HuggingFaceTokenizer.newInstance(json, options);
      settings.setIntraOpNumThreads(1); // several threads that wait for each other would spin
      session = environment.createSession(graph.readAllBytes(), settings);
    } catch (OrtException e) {
      throw new IOException("The sentence model " + name + " cannot be loaded.", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = SentenceEncoder.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new IOException(
          "The trainer folder lacks the sentence model " + name + "; build it again.");
    }
    return stream;
  }

  /** One vector for each text. */
  float[][] encode(List<String> texts) {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    long[][] tokens = new long[encodings.length][];
    long[][] mask = new long[encodings.length][];
    long[][] types = new long[encodings.length][];
    for (int row = 0; row < encodings.length; row++) {
      tokens[row] = encodings[row].getIds();
      mask[row] = encodings[row].getAttentionMask();
      types[row] = encodings[row].getTypeIds();
    }
    return run(tokens, mask, types);
  }

  private float[][] run(long[][] tokens, long[][] mask, long[][] types) {
    try (OnnxTensor tokenTensor = OnnxTensor.createTensor(environment, tokens);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, types)) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put("input_ids", tokenTensor);
      inputs.put("attention_mask", maskTensor);
      inputs.put("token_type_ids", typeTensor);
      try (OrtSession.Result result = session.run(inputs)) {
        float[][][] states = (float[][][]) result.get(0).getValue();
        float[][] vectors = new float[states.length][];
        for (int row = 0; row < states.length; row++) {
          vectors[row] = states[row][0];
        }
        return vectors;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence model failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence model cannot be closed.", e);
    }
  }
}
