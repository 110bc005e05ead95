package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.operations.JobFailure;
import org.pitchwright.recommendation.RecommenderModel;
import org.pitchwright.recommendation.dataset.HeldOutCase;
import org.pitchwright.recommendation.dataset.LeaveOneOutSplit;
import org.pitchwright.recommendation.dataset.TrainingDataset;
import org.pitchwright.recommendation.evaluation.CatalogueMapping;
import org.pitchwright.recommendation.evaluation.EvaluationReport;
import org.pitchwright.recommendation.evaluation.GroupQuality;
import org.pitchwright.recommendation.evaluation.LeaveOneOutEvaluator;
import org.pitchwright.recommendation.evaluation.PopularityScorer;

/**
 * Candidate, champion and popularity on the same cases: of each customer the last item that was
 * discovered, which no training has seen, among all items. Models are measured as they serve, by
 * ONNX Runtime.
 */
@ApplicationScoped
public class Contest {
  private static final int THREADS = 2;

  @Inject private ModelRegistry registry;

  /** Told before each part of the work. */
  @FunctionalInterface
  interface Listener {
    void next(int done, int of, String what);
  }

  /**
   * What models are measured on.
   *
   * @param languages of the customers of whom something is held out, in their order; empty where
   *     one is not known
   */
  record Held(TrainingDataset dataset, List<String> languages) {}

  /**
   * What was measured.
   *
   * @param byLanguage the candidate's quality for customers of each known language with enough
   *     cases
   * @param champion the version that serves; null if none does, or it is the candidate itself
   */
  record Score(
      int cases,
      String dataFingerprint,
      EvaluationReport candidate,
      List<GroupQuality> byLanguage,
      EvaluationReport popularity,
      @Nullable EvaluationReport champion,
      @Nullable Integer championVersion) {}

  /**
   * Measures.
   *
   * @param limit the most cases; of more, evenly spaced ones are taken
   * @throws JobFailure if there are no cases
   */
  Score hold(Held held, ModelVersion candidate, int limit, Listener listener) {
    TrainingDataset dataset = held.dataset();
    LeaveOneOutSplit split = LeaveOneOutSplit.of(dataset);
    List<HeldOutCase> cases = spaced(split.test(), limit);
    if (cases.isEmpty()) {
      throw new JobFailure(
          "No customer has shown interest in three items, so nothing can be held out to measure"
              + " a model by. Import behaviour and run cleanse-behavior first.");
    }
    Optional<ModelVersion> champion =
        registry.champion(candidate.name()).filter(one -> one.version() != candidate.version());
    int parts = champion.isPresent() ? 3 : 2;
    LeaveOneOutEvaluator evaluator = new LeaveOneOutEvaluator(THREADS);
    listener.next(0, parts, "Measuring popularity on " + cases.size() + " cases");
    float[] counts = PopularityScorer.count(split.training(), dataset.itemIds().size());
    EvaluationReport popularity = evaluator.evaluate(new PopularityScorer(counts), cases);
    listener.next(1, parts, "Measuring version " + candidate.version());
    EvaluationReport measured = measure(evaluator, candidate, dataset, cases);
    @Nullable EvaluationReport reigning = null;
    if (champion.isPresent()) {
      listener.next(2, parts, "Measuring the champion, version " + champion.get().version());
      reigning = measure(evaluator, champion.get(), dataset, cases);
    }
    return new Score(
        cases.size(),
        dataset.fingerprint(),
        measured,
        byLanguage(measured, spaced(held.languages(), limit)),
        popularity,
        reigning,
        champion.map(ModelVersion::version).orElse(null));
  }

  private static List<GroupQuality> byLanguage(EvaluationReport measured, List<String> languages) {
    return GroupQuality.of(measured.ranks(), languages).stream()
        .filter(group -> !group.group().isEmpty())
        .toList();
  }

  private EvaluationReport measure(
      LeaveOneOutEvaluator evaluator,
      ModelVersion version,
      TrainingDataset dataset,
      List<HeldOutCase> cases) {
    try (RecommenderModel model =
        RecommenderModel.load(registry.artifact(version.name(), version.version()))) {
      return evaluator.evaluate(new CatalogueMapping(model, dataset.itemIds()), cases);
    }
  }

  private static <T> List<T> spaced(List<T> all, int limit) {
    if (all.size() <= limit) {
      return all;
    }
    List<T> taken = new ArrayList<>(limit);
    for (int i = 0; i < limit; i++) {
      taken.add(all.get((int) ((long) i * all.size() / limit)));
    }
    return taken;
  }
}
