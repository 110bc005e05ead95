package org.pitchwright.recommendation.dataset;

import org.pitchwright.recommendation.History;

/**
 * A question with a known answer: what comes after this history?
 *
 * @param history all events before the target
 * @param target index of the item that came next
 */
public record HeldOutCase(History history, int target) {}
