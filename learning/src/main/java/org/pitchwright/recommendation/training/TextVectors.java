package org.pitchwright.recommendation.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.artifact.FloatMatrix;

/** Encodes the texts of a catalogue: one vector of length 1 for each item, zeros without a text. */
final class TextVectors {

  private static final String ENGLISH = "bge-small-en-v1.5-q";
  private static final String CHINESE = "bge-small-zh-v1.5-q";
  private static final double CHINESE_SHARE = .01;
  private static final int BATCH = 32;

  private TextVectors() {}

  /**
   * Encodes.
   *
   * @param texts text of each item, or null
   * @param model name of the sentence encoder
   */
  static FloatMatrix of(
      List<@Nullable String> texts, String model, int threads, TrainingListener listener)
      throws IOException {
    List<Integer> order =
        IntStream.range(0, texts.size())
            .filter(item -> !text(texts, item).isBlank())
            .boxed()
            .sorted(Comparator.comparingInt(item -> text(texts, item).length()))
            .toList();
    float[][] vectors = new float[texts.size()][0];
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (SentenceEncoder encoder = new SentenceEncoder(model)) {
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> batches = new ArrayList<>();
      for (int start = 0; start < order.size(); start += BATCH) {
        List<Integer> items = order.subList(start, Math.min(order.size(), start + BATCH));
        batches.add(
            executor.submit(
                () -> {
                  encode(encoder, texts, items, vectors, listener);
                  report(done.addAndGet(items.size()), order.size(), listener);
                }));
      }
      for (Future<?> batch : batches) {
        batch.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TrainingStoppedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("The texts cannot be read: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingStoppedException();
    } finally {
      executor.shutdownNow();
    }
    return matrix(vectors).normalizedRows();
  }

  private static void encode(
      SentenceEncoder encoder,
      List<@Nullable String> texts,
      List<Integer> items,
      float[][] vectors,
      TrainingListener listener) {
    if (listener.stopRequested()) {
      throw new TrainingStoppedException();
    }
    float[][] encoded = encoder.encode(items.stream().map(item -> text(texts, item)).toList());
    for (int row = 0; row < encoded.length; row++) {
      vectors[items.get(row)] = encoded[row];
    }
  }

  private static void report(int done, int total, TrainingListener listener) {
    if (done % (BATCH * 16) == 0) {
      listener.report("TEXTS", done, total, "texts", "Reading the items' texts");
    }
  }

  private static String text(List<@Nullable String> texts, int item) {
    String text = texts.get(item);
    return text == null ? "" : text;
  }

  /** The encoder that suits texts: for Chinese ones the one that knows both languages. */
  static String model(List<@Nullable String> texts) {
    long chinese =
        IntStream.range(0, texts.size())
            .filter(
                item ->
                    text(texts, item)
                        .codePoints()
                        .anyMatch(
                            c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
            .count();
    return chinese > CHINESE_SHARE * texts.size() ? CHINESE : ENGLISH;
  }

  private static FloatMatrix matrix(float[][] vectors) {
    int width =
        IntStream.range(0, vectors.length).map(item -> vectors[item].length).max().orElse(0);
    FloatMatrix matrix = FloatMatrix.zeros(vectors.length, width);
    for (int item = 0; item < vectors.length; item++) {
      System.arraycopy(
          vectors[item], 0, matrix.values(), matrix.offset(item), vectors[item].length);
    }
    return matrix;
  }
}
