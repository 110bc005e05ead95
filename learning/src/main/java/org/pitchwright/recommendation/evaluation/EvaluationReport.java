package org.pitchwright.recommendation.evaluation;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param excludingSeen metrics with the items of the history taken out of the ranking (the target
 *     stays in it)
 * @param includingSeen metrics with all items ranked
 * @param ndcg10Confidence 95% confidence interval of NDCG@10, seen items excluded
 * @param exposure how the first 10 of all cases spread over the items, seen items excluded
 * @param byHistoryLength quality by the number of events in the history, for groups with enough
 *     cases
 * @param ranks of the targets in the order of the cases, seen items excluded
 */
public record EvaluationReport(
    RankingMetrics excludingSeen,
    RankingMetrics includingSeen,
    ConfidenceInterval ndcg10Confidence,
    Exposure exposure,
    List<GroupQuality> byHistoryLength,
    List<TargetRank> ranks) {}
