package org.pitchwright.recommendation.training;

import static org.pitchwright.recommendation.training.OnnxGraph.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes the trained encoder as an ONNX graph from item vectors to one user vector each.
 *
 * <p>The item embeddings stay outside, because the items are scored outside as well. Only the
 * latest position matters for the answer, so the last layer asks for this one alone.
 */
final class EncoderExport {

  private static final float MASKED = -1e9f;
  private static final long BATCH = -1;
  private static final long LENGTH = -2;

  private final OnnxGraph graph = new OnnxGraph("sequence-encoder");
  private final Hyperparameters settings;
  private final Map<String, float[]> weights;
  private final Precision precision;

  private EncoderExport(
      Hyperparameters settings, Map<String, float[]> weights, Precision precision) {
    this.settings = settings;
    this.weights = weights;
    this.precision = precision;
  }

  /** The graph's bytes. */
  static byte[] export(
      Hyperparameters settings, Map<String, float[]> weights, Precision precision) {
    return new EncoderExport(settings, weights, precision).build();
  }

  private byte[] build() {
    int width = settings.dimension();
    String vectors = graph.input("embeddings", BATCH, LENGTH, width);
    String padding = graph.input("mask", BATCH, 1, 1, LENGTH);
    shapes();
    String start = negativeLength(vectors);
    String positions =
        graph.floats(
            "positions", weight(NetworkWeights.POSITIONS), settings.maximumLength(), width);
    String latest = graph.node("Slice", List.of(positions, start, "far", "first"));
    String states = graph.node("Add", List.of(vectors, latest));
    String causal =
        graph.node("Slice", List.of(causalMask(), "startTwice", "farTwice", "bothAxes"));
    String mask = graph.node("Add", List.of(causal, padding));
    for (int layer = 0; layer < settings.layers(); layer++) {
      boolean last = layer == settings.layers() - 1;
      states = attention(states, layer, last ? padding : mask, last);
      states = feedForward(states, layer);
    }
    String normed = norm(states, "final");
    String flat = graph.node("Squeeze", List.of(normed, "second"));
    String user = graph.node("LpNormalization", List.of(flat), attribute("axis", -1L));
    graph.output(user, "user", BATCH, width);
    return graph.toBytes();
  }

  private void shapes() {
    graph.integers("first", 0);
    graph.integers("second", 1);
    graph.integers("bothAxes", 0, 1);
    graph.integers("far", Integer.MAX_VALUE);
    graph.integers("farTwice", Integer.MAX_VALUE, Integer.MAX_VALUE);
    graph.integers("latestOne", -1);
    long headWidth = settings.dimension() / settings.heads();
    graph.integers("byHeads", 0, -1, settings.heads(), headWidth);
    graph.integers("joined", 0, -1, settings.dimension());
  }

  /** −length, also twice as the start of both axes of the causal mask. */
  private String negativeLength(String vectors) {
    String shape =
        graph.node("Shape", List.of(vectors), attribute("start", 1L), attribute("end", 2L));
    String start = graph.node("Neg", List.of(shape));
    String twice = graph.node("Concat", List.of(start, start), attribute("axis", 0L));
    graph.alias(twice, "startTwice");
    return start;
  }

  private String causalMask() {
    int length = settings.maximumLength();
    float[] mask = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        mask[query * length + key] = MASKED;
      }
    }
    return graph.floats("causal", mask, length, length);
  }

  private String attention(String states, int layer, String mask, boolean latestOnly) {
    String name = layer + ".attention";
    String normed = norm(states, layer + ".norm1");
    String asking = latestOnly ? latest(normed) : normed;
    String queries = heads(dense(asking, name + ".in", 0, settings.dimension()), 0, 2, 1, 3);
    String keys = heads(dense(normed, name + ".in", 1, settings.dimension()), 0, 2, 3, 1);
    String values = heads(dense(normed, name + ".in", 2, settings.dimension()), 0, 2, 1, 3);
    double headWidth = (double) settings.dimension() / settings.heads();
    String factor = graph.floats(name + ".scale", new float[] {(float) (1 / Math.sqrt(headWidth))});
    String scaled = graph.node("Mul", List.of(queries, factor));
    String scores = graph.node("Add", List.of(graph.node("MatMul", List.of(scaled, keys)), mask));
    String shares = graph.node("Softmax", List.of(scores), attribute("axis", -1L));
    String mixed = graph.node("MatMul", List.of(shares, values));
    String turned =
        graph.node("Transpose", List.of(mixed), attribute("perm", List.of(0L, 2L, 1L, 3L)));
    String joined = graph.node("Reshape", List.of(turned, "joined"));
    String output = dense(joined, name + ".out", 0, settings.dimension());
    return graph.node("Add", List.of(latestOnly ? latest(states) : states, output));
  }

  private String latest(String states) {
    return graph.node("Slice", List.of(states, "latestOne", "far", "second"));
  }

  private String heads(String value, long... order) {
    String split = graph.node("Reshape", List.of(value, "byHeads"));
    List<Long> permutation = Arrays.stream(order).boxed().toList();
    return graph.node("Transpose", List.of(split), attribute("perm", permutation));
  }

  /** x·Wᵀ + b with {@code outputs} rows of W and b from the {@code part}-th such block. */
  private String dense(String input, String name, int part, int outputs) {
    float[] bias = weight(name + ".bias");
    float[] matrix = weight(name + ".weight");
    int inputs = matrix.length / bias.length;
    float[] turned = new float[inputs * outputs];
    float[] shift = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      int row = part * outputs + output;
      shift[output] = bias[row];
      for (int k = 0; k < inputs; k++) {
        turned[k * outputs + output] = matrix[row * inputs + k];
      }
    }
    String block = name + "." + part;
    String matrixName =
        precision == Precision.INT8
            ? graph.small(block + ".weight", turned, inputs, outputs)
            : graph.floats(block + ".weight", turned, inputs, outputs);
    String product = graph.node("MatMul", List.of(input, matrixName));
    return graph.node("Add", List.of(product, graph.floats(block + ".bias", shift, outputs)));
  }

  private String norm(String input, String name) {
    int width = settings.dimension();
    String scale = graph.floats(name + ".scale", weight(name + ".scale"), width);
    String shift = graph.floats(name + ".shift", weight(name + ".shift"), width);
    return graph.node(
        "LayerNormalization",
        List.of(input, scale, shift),
        attribute("axis", -1L),
        attribute("epsilon", 1e-5f));
  }

  private String feedForward(String states, int layer) {
    String name = layer + ".forward";
    String inner = dense(norm(states, layer + ".norm2"), name + ".in", 0, settings.feedForward());
    String output = dense(gelu(inner, name), name + ".out", 0, settings.dimension());
    return graph.node("Add", List.of(states, output));
  }

  /** x·(1 + erf(x/√2))/2 (Hendrycks and Gimpel 2016). */
  private String gelu(String input, String name) {
    String root = graph.floats(name + ".root", new float[] {(float) Math.sqrt(2)});
    String one = graph.floats(name + ".one", new float[] {1f});
    String half = graph.floats(name + ".half", new float[] {.5f});
    String error = graph.node("Erf", List.of(graph.node("Div", List.of(input, root))));
    String gate = graph.node("Add", List.of(error, one));
    return graph.node("Mul", List.of(graph.node("Mul", List.of(input, gate)), half));
  }

  private float[] weight(String name) {
    float[] values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException("The network has no weights named " + name + ".");
    }
    return values;
  }
}
