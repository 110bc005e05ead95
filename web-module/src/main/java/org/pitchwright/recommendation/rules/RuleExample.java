package org.pitchwright.recommendation.rules;

import java.util.List;
import org.pitchwright.recommendation.ListLine;

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
    List<ListLine> before,
    List<ListLine> after) {
  public boolean isUnchanged() {
    return entered + left + moved == 0;
  }
}
