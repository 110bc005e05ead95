package org.pitchwright.recommendation.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The leave-one-out split: of each customer the last item that was discovered is the test, the one
 * before it the validation, what comes earlier is for training. A discovery is the first event with
 * an item, where it shows interest: what a customer knows already is left out of recommendations,
 * and to foresee that somebody comes back to it proves nothing. A customer with fewer than three
 * discoveries is in training only.
 *
 * @param training sequences to learn from
 * @param validation cases to choose settings by
 * @param test cases to report, used for nothing else
 */
public record LeaveOneOutSplit(
    List<CustomerSequence> training, List<HeldOutCase> validation, List<HeldOutCase> test) {

  /** Discoveries that a customer needs to be held out. */
  public static final int FEWEST_DISCOVERIES = 3;

  /** Splits a data set by what each customer discovered last. */
  public static LeaveOneOutSplit of(TrainingDataset dataset) {
    return of(dataset, CustomerSequence::discoveries);
  }

  /**
   * Splits a data set by the last positive events, whether or not the customer had met the item
   * before: the protocol of the published data sets (Kang and McAuley 2018).
   */
  public static LeaveOneOutSplit ofLastEvents(TrainingDataset dataset) {
    return of(dataset, CustomerSequence::interests);
  }

  private static LeaveOneOutSplit of(
      TrainingDataset dataset, Function<CustomerSequence, int[]> candidates) {
    List<CustomerSequence> training = new ArrayList<>();
    List<HeldOutCase> validation = new ArrayList<>();
    List<HeldOutCase> test = new ArrayList<>();
    for (CustomerSequence sequence : dataset.sequences()) {
      int[] positions = candidates.apply(sequence);
      if (positions.length < FEWEST_DISCOVERIES) {
        training.add(sequence);
        continue;
      }
      int beforeLast = positions[positions.length - 2];
      training.add(sequence.prefix(beforeLast));
      validation.add(heldOut(sequence, beforeLast));
      test.add(heldOut(sequence, positions[positions.length - 1]));
    }
    return new LeaveOneOutSplit(training, validation, test);
  }

  private static HeldOutCase heldOut(CustomerSequence sequence, int target) {
    return new HeldOutCase(sequence.prefix(target).history(), sequence.items()[target]);
  }
}
