package org.pitchwright.recommendation.relations;

import java.time.OffsetDateTime;

/**
 * What was counted for a relation. A basket is what one customer bought in purchases that follow
 * one another within the window of the job.
 *
 * @param both baskets with both items
 * @param from baskets with the first item
 * @param to baskets with the second item
 * @param all baskets at all
 * @param customers whose baskets held both
 * @param logLikelihood the log-likelihood ratio that the two are not independent (Dunning 1993); 0
 *     where they are, about 10.8 where chance explains it once in a thousand
 * @param countedFrom the first purchase that was counted
 * @param countedUntil the last
 * @param executionId the execution of the job that counted
 */
public record Evidence(
    long both,
    long from,
    long to,
    long all,
    long customers,
    double logLikelihood,
    OffsetDateTime countedFrom,
    OffsetDateTime countedUntil,
    long executionId) {
  /** The share of all baskets that hold both, 0 to 1. */
  public double support() {
    return (double) both / all;
  }

  /** Of the baskets with the first item, the share that holds the second too, 0 to 1. */
  public double confidence() {
    return (double) both / from;
  }

  /** Of the baskets with the second item, the share that holds the first too, 0 to 1. */
  public double reverseConfidence() {
    return (double) both / to;
  }

  /** How many times as often both are in a basket as if they were bought independently. */
  public double lift() {
    return (double) both * all / ((double) from * to);
  }
}
