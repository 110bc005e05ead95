package org.pitchwright.recommendation;

/**
 * Some items of a model and their scores.
 *
 * @param items indexes, each once, in no order
 * @param scores in the order of the items
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data that is never compared
public record ScoredItems(int[] items, float[] scores) {}
