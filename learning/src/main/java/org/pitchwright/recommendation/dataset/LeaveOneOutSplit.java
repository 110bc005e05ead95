package org.pitchwright.recommendation.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The leave-one-out split: of each customer the last positive event is the test, the one before it
 * the validation, what comes earlier is for training. A customer with fewer than three positive
 * events is in training only.
 *
 * @param training sequences to learn from
 * @param validation cases to choose settings by
 * @param test cases to report, used for nothing else
 */
public record LeaveOneOutSplit(
    List<CustomerSequence> training, List<HeldOutCase> validation, List<HeldOutCase> test) {

  private static final int FEWEST_POSITIVE = 3;

  /** Splits a data set. */
  public static LeaveOneOutSplit of(TrainingDataset dataset) {
    List<CustomerSequence> training = new ArrayList<>();
    List<HeldOutCase> validation = new ArrayList<>();
    List<HeldOutCase> test = new ArrayList<>();
    for (CustomerSequence sequence : dataset.sequences()) {
      if (sequence.positiveFromEnd(FEWEST_POSITIVE) < 0) {
        training.add(sequence);
        continue;
      }
      int beforeLast = sequence.positiveFromEnd(2);
      training.add(sequence.prefix(beforeLast));
      validation.add(heldOut(sequence, beforeLast));
      test.add(heldOut(sequence, sequence.positiveFromEnd(1)));
    }
    return new LeaveOneOutSplit(training, validation, test);
  }

  private static HeldOutCase heldOut(CustomerSequence sequence, int target) {
    return new HeldOutCase(sequence.prefix(target).history(), sequence.items()[target]);
  }
}
