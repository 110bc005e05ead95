package org.pitchwright.recommendation.dataset;

/**
 * What a data set holds.
 *
 * @param items number of items
 * @param customers number of customers
 * @param events number of events
 * @param fingerprint {@code sha256:…} of items and sequences
 */
public record DatasetSummary(int items, int customers, long events, String fingerprint) {}
