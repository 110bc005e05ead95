package org.pitchwright.recommendation.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pitchwright.recommendation.BlendWeights;
import org.pitchwright.recommendation.ModelCard;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.artifact.ModelArtifact;
import org.pitchwright.recommendation.dataset.LeaveOneOutSplit;
import org.pitchwright.recommendation.evaluation.EvaluationReport;
import org.pitchwright.recommendation.evaluation.GroupQuality;
import org.pitchwright.recommendation.evaluation.LeaveOneOutEvaluator;
import org.pitchwright.recommendation.evaluation.PopularityScorer;

/**
 * Turns what was learned into a model: measures it with 8-bit integers and with floats, takes the
 * smaller one unless that loses too much on the validation cases, and writes down what the taken
 * one is worth.
 */
final class ModelFinish {
  private final LeaveOneOutSplit split;
  private final LeaveOneOutEvaluator evaluator;
  private final double margin;
  private final Cards cards;

  /** Makes the card of a model. */
  interface Cards {
    /** The card with these metrics. */
    ModelCard card(BlendWeights blend, Map<String, Map<String, Double>> metrics);
  }

  /** A model in one precision, and what was measured with it. */
  private record Measured(
      Precision precision, long bytes, EvaluationReport test, EvaluationReport validation) {
    double validationNdcg() {
      return validation.excludingSeen().ndcg10();
    }

    double testNdcg() {
      return test.excludingSeen().ndcg10();
    }
  }

  /**
   * A finish.
   *
   * @param margin share of the validation NDCG@10 that may be lost for the smaller model; 0 for
   *     floats in any case
   */
  ModelFinish(LeaveOneOutSplit split, LeaveOneOutEvaluator evaluator, double margin, Cards cards) {
    this.split = split;
    this.evaluator = evaluator;
    this.margin = margin;
    this.cards = cards;
  }

  ModelArtifact finish(ArtifactParts parts, BlendWeights blend) {
    Measured exact = measure(parts, blend, Precision.FLOAT32);
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    Measured taken = exact;
    if (margin > 0 && !split.validation().isEmpty()) {
      Measured small = measure(parts, blend, Precision.INT8);
      taken = small.validationNdcg() >= exact.validationNdcg() * (1 - margin) ? small : exact;
      metrics.put("int8", comparison(small, exact, taken == small));
    }
    metrics.putAll(quality(taken, parts));
    return CandidateIndexBuilder.addTo(
        parts.assemble(cards.card(blend, metrics), taken.precision()));
  }

  private Measured measure(ArtifactParts parts, BlendWeights blend, Precision precision) {
    ModelArtifact artifact = parts.assemble(cards.card(blend, Map.of()), precision);
    try (RecommenderModel model = RecommenderModel.load(artifact.blobs())) {
      return new Measured(
          precision,
          artifact.size(),
          evaluator.evaluate(model::scores, split.test()),
          evaluator.evaluate(model::scores, split.validation()));
    }
  }

  private static Map<String, Double> comparison(Measured small, Measured exact, boolean taken) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("taken", taken ? 1. : 0.);
    figures.put("validation.ndcg@10", small.validationNdcg());
    figures.put("validation.ndcg@10.float32", exact.validationNdcg());
    figures.put("test.ndcg@10", small.testNdcg());
    figures.put("test.ndcg@10.float32", exact.testNdcg());
    figures.put("bytes", (double) small.bytes());
    figures.put("bytes.float32", (double) exact.bytes());
    return figures;
  }

  private Map<String, Map<String, Double>> quality(Measured model, ArtifactParts parts) {
    EvaluationReport test = model.test();
    PopularityScorer popularity = new PopularityScorer(parts.popularity());
    Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
    metrics.put("test", test.excludingSeen().asMap());
    metrics.put("validation", model.validation().excludingSeen().asMap());
    metrics.put("testIncludingSeen", test.includingSeen().asMap());
    metrics.put("popularity", evaluator.evaluate(popularity, split.test()).excludingSeen().asMap());
    metrics.get("test").put("coverage@10", test.exposure().coverage());
    metrics.get("test").put("ndcg@10.lower", test.ndcg10Confidence().lower());
    metrics.get("test").put("ndcg@10.upper", test.ndcg10Confidence().upper());
    if (!test.ranks().isEmpty()) {
      metrics.put("exposure", test.exposure().asMap());
      metrics.put(
          "fairness", GroupQuality.asMap(GroupQuality.BY_HISTORY_LENGTH, test.byHistoryLength()));
    }
    return metrics;
  }
}
