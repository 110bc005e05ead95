package org.pitchwright.recommendation.explanation;

import java.util.List;

/**
 * What one recommendation hangs on.
 *
 * @param item index of the recommended item
 * @param causes indexes of the past items, the strongest first: one to three; none where the
 *     history has no positive event
 * @param decisive whether the item leaves the list when the events on all {@code causes} are taken
 *     out of the history
 * @param scoreDrop by how much its score falls then
 */
public record Counterfactual(int item, List<Integer> causes, boolean decisive, float scoreDrop) {

  /** The most past items that one explanation names. */
  public static final int MOST_CAUSES = 3;

  /** Copies the causes. */
  public Counterfactual {
    causes = List.copyOf(causes);
  }
}
