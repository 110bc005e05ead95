package org.pitchwright.recommendation.playground;

import java.util.List;
import org.pitchwright.recommendation.ListLine;
import org.pitchwright.recommendation.Pick;
import org.pitchwright.recommendation.PlaygroundAnswer.IgnoredReason;

/**
 * The answer to a made-up history, ready to be shown.
 *
 * @param picks what the model says
 * @param before the same as lines beside {@code after}
 * @param after what the business rules make of it
 * @param ruled whether any rule is in force that changes the list
 * @param ignored what does not count
 */
public record TriedList(
    int modelVersion,
    boolean personalized,
    List<TriedPick> picks,
    List<ListLine> before,
    List<ListLine> after,
    boolean ruled,
    List<IgnoredStep> ignored) {
  /** An item with the parts of its score. */
  public record TriedPick(Pick pick, List<PartBar> parts) {}

  /** An item of the history that says nothing to the model. */
  public record IgnoredStep(String title, IgnoredReason reason) {}
}
