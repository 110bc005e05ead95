package org.pitchwright.recommendation;

/**
 * An item and how well it fits.
 *
 * @param item index of the item
 * @param score greater fits better; comparable within one answer only
 */
public record ScoredItem(int item, float score) {}
