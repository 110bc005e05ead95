/**
 * Measures how well a recommender ranks what customers chose next.
 *
 * <p>A scorer and held-out cases enter; hit rate, NDCG, their confidence intervals and the coverage
 * of the catalogue leave. All items are ranked, ties are shared fairly, and a score that is not a
 * number is an error instead of a good rank.
 */
@NullMarked
package org.pitchwright.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
