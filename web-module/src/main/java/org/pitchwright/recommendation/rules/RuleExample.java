package org.pitchwright.recommendation.rules;

import java.util.List;

/**
 * A customer's list without a rule and with it, as a page shows it.
 *
 * @param entered how many items the rule brought in
 * @param left how many are there no more
 * @param moved how many stand at another place
 */
public record RuleExample(
    String customerId,
    String name,
    boolean personalized,
    int entered,
    int left,
    int moved,
    List<Line> before,
    List<Line> after) {
  /** What became of an item. */
  public enum Change {
    SAME,
    ENTERED,
    LEFT,
    UP,
    DOWN
  }

  /**
   * An item in one of the lists.
   *
   * @param by places up or down
   * @param pinned whether a rule put it there
   */
  public record Line(
      int rank,
      String itemId,
      String title,
      String category,
      Change change,
      int by,
      boolean pinned) {}

  public boolean isUnchanged() {
    return entered + left + moved == 0;
  }
}
