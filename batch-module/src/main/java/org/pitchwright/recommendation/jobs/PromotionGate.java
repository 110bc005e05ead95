package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelStage;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.evaluation.EvaluationReport;
import org.pitchwright.recommendation.evaluation.GroupQuality;

/**
 * Decides whether a candidate takes over: it must beat popularity, and the champion by a margin.
 */
@ApplicationScoped
@Transactional
public class PromotionGate {
  private static final String MEASURE = "ndcg@10";
  private static final String BY_LANGUAGE = "language";

  @Inject private ModelRegistry registry;
  @Inject private Audit audit;

  /**
   * On what terms a candidate takes over.
   *
   * @param margin by what share it must be better than the champion, 0.02 for two percent
   * @param promote false to measure only
   */
  record Terms(double margin, boolean promote) {}

  /**
   * The version to evaluate.
   *
   * @param version a certain one, or null for the newest candidate
   * @throws ProblemException if there is no such version
   */
  public Optional<ModelVersion> candidate(@Nullable Integer version) {
    if (version != null) {
      return Optional.of(
          registry
              .find(ModelRegistry.RECOMMENDER, version)
              .orElseThrow(
                  () ->
                      ProblemException.notFound(
                          "model version", ModelRegistry.RECOMMENDER + "/" + version)));
    }
    return registry.versions(ModelRegistry.RECOMMENDER).stream()
        .filter(model -> model.stage() == ModelStage.CANDIDATE)
        .findFirst();
  }

  /** Keeps what was measured, promotes the candidate where it is better, and says so. */
  String decide(ModelVersion candidate, Contest.Score score, Terms terms, String by) {
    Map<String, Object> measures = new LinkedHashMap<>(metrics(score.candidate()));
    measures.put("evaluation", figures(score));
    measures.put("exposure", score.candidate().exposure().asMap());
    measures.put("fairness", fairness(score));
    registry.measure(candidate.name(), candidate.version(), measures);
    double mine = ndcg(score.candidate());
    double floor = ndcg(score.popularity());
    @Nullable EvaluationReport champion = score.champion();
    String against =
        String.format(
            Locale.ROOT,
            "version %d has NDCG@10 %.4f, popularity %.4f%s on %d cases",
            candidate.version(),
            mine,
            floor,
            champion == null
                ? ""
                : String.format(
                    Locale.ROOT,
                    ", champion version %d %.4f",
                    score.championVersion(),
                    ndcg(champion)),
            score.cases());
    boolean better =
        mine > floor && (champion == null || mine > ndcg(champion) * (1 + terms.margin()));
    boolean serves = candidate.stage() == ModelStage.CHAMPION;
    String decision = decision(better, serves, terms, mine > floor) + ": " + against;
    if (better && terms.promote() && !serves) {
      registry.promote(candidate.name(), candidate.version(), by, decision);
    }
    audit.record(
        by,
        "model.evaluate",
        "model",
        candidate.name() + "/" + candidate.version(),
        Map.of("decision", decision));
    return decision;
  }

  private static String decision(
      boolean better, boolean serves, Terms terms, boolean beatsPopularity) {
    if (serves) {
      return "Measured the champion itself";
    }
    if (better) {
      return terms.promote() ? "Promoted" : "Better, and not promoted as asked";
    }
    return beatsPopularity
        ? "Not promoted, the champion is not beaten"
        : "Not promoted, popularity is not beaten";
  }

  private static double ndcg(EvaluationReport report) {
    return metrics(report).getOrDefault(MEASURE, 0.0);
  }

  private static Map<String, Double> metrics(EvaluationReport report) {
    return report.excludingSeen().asMap();
  }

  private static Map<String, Double> fairness(Contest.Score score) {
    Map<String, Double> groups =
        GroupQuality.asMap(GroupQuality.BY_HISTORY_LENGTH, score.candidate().byHistoryLength());
    groups.putAll(GroupQuality.asMap(BY_LANGUAGE, score.byLanguage()));
    return groups;
  }

  private static Map<String, Object> figures(Contest.Score score) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cases", score.cases());
    figures.put("dataFingerprint", score.dataFingerprint());
    figures.put("candidate", metrics(score.candidate()));
    figures.put("includingSeen", score.candidate().includingSeen().asMap());
    figures.put("ndcg@10Confidence", score.candidate().ndcg10Confidence());
    figures.put("catalogueCoverage", score.candidate().exposure().coverage());
    figures.put("popularity", metrics(score.popularity()));
    @Nullable EvaluationReport champion = score.champion();
    if (champion != null) {
      figures.put("champion", metrics(champion));
      figures.put("championVersion", score.championVersion());
    }
    return figures;
  }
}
