package org.pitchwright.recommendation.evaluation;

/**
 * What an evaluation found.
 *
 * @param excludingSeen metrics with the items of the history taken out of the ranking (the target
 *     stays in it)
 * @param includingSeen metrics with all items ranked
 * @param ndcg10Confidence 95% confidence interval of NDCG@10, seen items excluded
 * @param catalogueCoverage share of all items that are among the first 10 of at least one case,
 *     seen items excluded
 */
public record EvaluationReport(
    RankingMetrics excludingSeen,
    RankingMetrics includingSeen,
    ConfidenceInterval ndcg10Confidence,
    double catalogueCoverage) {}
