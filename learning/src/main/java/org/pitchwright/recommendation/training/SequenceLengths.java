package org.pitchwright.recommendation.training;

import java.util.List;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/** Chooses how many past events the model reads, from how long the histories are. */
final class SequenceLengths {

  private static final int SHORTEST = 50;
  private static final int LONGEST = 200;
  private static final double COVERED = .9;

  private SequenceLengths() {}

  /** The 90% quantile of the lengths, rounded up to tens, from 50 to 200. */
  static int maximumLength(List<CustomerSequence> sequences) {
    int[] lengths = sequences.stream().mapToInt(CustomerSequence::size).sorted().toArray();
    if (lengths.length == 0) {
      return SHORTEST;
    }
    int quantile = lengths[(int) (COVERED * (lengths.length - 1))];
    int rounded = (quantile + 9) / 10 * 10;
    return Math.max(SHORTEST, Math.min(LONGEST, rounded));
  }
}
