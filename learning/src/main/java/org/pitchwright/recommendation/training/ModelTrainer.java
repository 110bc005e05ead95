package org.pitchwright.recommendation.training;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.artifact.FloatMatrix;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.artifact.SparseMatrix;
import org.pitchwright.recommendation.dataset.CustomerSequence;
import org.pitchwright.recommendation.dataset.DatasetException;
import org.pitchwright.recommendation.dataset.HeldOutCase;
import org.pitchwright.recommendation.dataset.LeaveOneOutSplit;
import org.pitchwright.recommendation.dataset.TrainingDataset;
import org.pitchwright.recommendation.evaluation.LeaveOneOutEvaluator;
import org.pitchwright.recommendation.evaluation.PopularityScorer;

/** Trains the whole recommender on a data set: all parts, their blend, and the final figures. */
final class ModelTrainer {

  private static final BlendWeights SEQUENCE_ONLY = new BlendWeights(1f, 0f, 0f, 0f, 0f, .3f);

  private final TrainingDataset dataset;
  private final Hyperparameters settings;
  private final TrainingListener listener;
  private final LeaveOneOutSplit split;
  private final List<TrainingWindow> windows;
  private final List<HeldOutCase> sampledValidation;
  private final LeaveOneOutEvaluator evaluator;
  private final float typicalWeight;
  private final long started = System.nanoTime();

  ModelTrainer(TrainingDataset dataset, TrainingListener listener) {
    this(dataset, LeaveOneOutSplit.of(dataset), listener);
  }

  /**
   * A training that holds out what a protocol says.
   *
   * @param wanted ignored where it leaves nothing to learn from
   */
  ModelTrainer(TrainingDataset dataset, LeaveOneOutSplit wanted, TrainingListener listener) {
    this.dataset = dataset;
    this.listener = listener;
    settings = Hyperparameters.of(dataset);
    split = learnable(wanted, dataset);
    windows = TrainingWindow.of(split.training(), settings.maximumLength());
    if (dataset.itemIds().size() < 2 || windows.isEmpty()) {
      throw new DatasetException(
          "Nothing to learn from: %d items, %d customers with two or more positive events; import more events."
              .formatted(dataset.itemIds().size(), windows.size()));
    }
    sampledValidation = sample(split.validation());
    evaluator = new LeaveOneOutEvaluator(settings.threads());
    typicalWeight = typicalWeight(windows);
  }

  /** Holds data out where enough is left to learn from. */
  private static LeaveOneOutSplit learnable(LeaveOneOutSplit split, TrainingDataset dataset) {
    boolean learnable = split.training().stream().anyMatch(sequence -> positives(sequence) >= 2);
    return learnable ? split : new LeaveOneOutSplit(dataset.sequences(), List.of(), List.of());
  }

  private static int positives(CustomerSequence sequence) {
    int count = 0;
    for (float weight : sequence.weights()) {
      count += weight > 0 ? 1 : 0;
    }
    return count;
  }

  private List<HeldOutCase> sample(List<HeldOutCase> cases) {
    List<HeldOutCase> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(settings.seed()));
    return shuffled.subList(0, Math.min(settings.validationCases(), shuffled.size()));
  }

  private static float typicalWeight(List<TrainingWindow> windows) {
    double sum = 0;
    long count = 0;
    for (TrainingWindow window : windows) {
      for (float weight : window.weights()) {
        sum += weight;
        count++;
      }
    }
    return (float) (sum / count);
  }

  /**
   * Trains, averages and measures.
   *
   * @param checkpointFolder where checkpoints are kept, or null for none
   */
  ModelArtifact train(@Nullable Path checkpointFolder) throws IOException {
    int items = dataset.itemIds().size();
    ItemTexts texts = ItemTexts.of(dataset, settings, listener);
    listener.report("TRANSITIONS", 0, 1, "models", "Counting transitions between items");
    SparseMatrix transitions = TransitionCounter.fit(windows, items, typicalWeight);
    float[] popularity = PopularityScorer.count(split.training(), items);
    String identity = dataset.fingerprint() + settings;
    Map<String, float[]> weights;
    try (SequenceTrainer trainer =
        new SequenceTrainer(
            settings,
            items,
            windows,
            texts.firstEmbeddings(),
            candidate -> validate(candidate, transitions, popularity),
            listener,
            identity,
            checkpointFolder)) {
      weights = trainer.train();
    }
    placeUnseen(weights, texts.neighbours());
    ArtifactParts parts =
        new ArtifactParts(
            settings,
            dataset.itemIds(),
            weights,
            transitions,
            popularity,
            texts.neighbours(),
            texts.space());
    BlendWeights blend = blend(parts);
    return finished(parts, blend);
  }

  private void placeUnseen(Map<String, float[]> weights, @Nullable FloatMatrix neighbours) {
    float[] embeddings = weights.get(NetworkWeights.ITEMS);
    if (neighbours != null && embeddings != null) {
      int[] learned = TrainingWindow.items(windows);
      UnseenItems.place(embeddings, settings.dimension(), learned, neighbours);
    }
  }

  private double validate(
      Map<String, float[]> weights, SparseMatrix transitions, float[] popularity) {
    if (sampledValidation.isEmpty()) {
      return -1;
    }
    ArtifactParts parts =
        new ArtifactParts(
            settings, dataset.itemIds(), weights, transitions, popularity, null, null);
    try (RecommenderModel model = load(parts, SEQUENCE_ONLY, Map.of())) {
      return evaluator.evaluate(model::scores, sampledValidation).excludingSeen().ndcg10();
    }
  }

  private BlendWeights blend(ArtifactParts parts) {
    listener.report("BLEND", 0, 1, "searches", "Choosing the weights of the parts");
    try (RecommenderModel model = load(parts, BlendWeights.DEFAULT, Map.of())) {
      return new BlendSearch(model, parts.texts() != null)
          .best(sampledValidation, settings.threads());
    }
  }

  private ModelArtifact finished(ArtifactParts parts, BlendWeights blend) {
    int cases = split.test().size() + split.validation().size();
    listener.report("EVALUATE", 0, cases, "cases", "Measuring on held-out data");
    return new ModelFinish(split, evaluator, settings.quantizationMargin(), this::card)
        .finish(parts, blend);
  }

  private RecommenderModel load(
      ArtifactParts parts, BlendWeights blend, Map<String, Map<String, Double>> metrics) {
    return RecommenderModel.load(parts.assemble(card(blend, metrics), Precision.FLOAT32).blobs());
  }

  private ModelCard card(BlendWeights blend, Map<String, Map<String, Double>> measured) {
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>(measured);
    metrics.put("data", dataset.extent());
    return new ModelCard(
        ModelCard.FORMAT_VERSION,
        dataset.itemIds().size(),
        settings.dimension(),
        settings.maximumLength(),
        (float) settings.temperature(),
        typicalWeight,
        blend,
        settings.seed(),
        dataset.fingerprint(),
        settings.asMap(),
        metrics,
        Map.of(
            "pytorch", Engine.getEngine("PyTorch").getVersion(),
            "djl", Engine.getDjlVersion(),
            "java", Runtime.version().toString()),
        (System.nanoTime() - started) / 1e9,
        PeakMemory.mebibytes());
  }
}
