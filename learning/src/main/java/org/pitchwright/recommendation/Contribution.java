package org.pitchwright.recommendation;

/**
 * What one past event contributes to the score of a recommended item.
 *
 * @param position position of the event in the history, 0 is the oldest
 * @param item index of the item of that event
 * @param scoreDrop by how much the recommended item's score falls when the event is taken out of
 *     the history; negative where the event speaks against the item
 */
public record Contribution(int position, int item, float scoreDrop) {}
