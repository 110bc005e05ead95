package org.pitchwright.recommendation.training;

import java.util.List;
import org.pitchwright.recommendation.dataset.CustomerSequence;

/** Chooses settings of a training from how long the histories are. */
final class SequenceLengths {

  private static final int SHORTEST = 50;
  private static final int LONGEST = 200;
  private static final double COVERED = .9;

  /** Up to so many events a customer, on average, a model is kept from learning by heart. */
  private static final double FEW = 20;

  private static final double MANY = 150;

  /** From so many events a customer, on average, a wider model has enough to learn from. */
  private static final double LONG = 100;

  static final int NARROW = 64;
  private static final int WIDE = 128;
  private static final double STRONG_DROPOUT = .3;
  private static final double WEAK_DROPOUT = .1;

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

  /**
   * Share of values to drop. Where customers have few events, the model would learn them by heart;
   * where they have many, it is kept from learning what they say. Measured on public data: .3 at 9
   * events a customer, .1 at 165; between, along the logarithm.
   */
  static double dropout(List<CustomerSequence> sequences) {
    double length = Math.max(FEW, Math.min(MANY, mean(sequences)));
    double share = Math.log(length / FEW) / Math.log(MANY / FEW);
    double dropout = STRONG_DROPOUT + share * (WEAK_DROPOUT - STRONG_DROPOUT);
    return Math.round(100 * dropout) / 100.0;
  }

  /** Width of embeddings and layers: measured as {@link #dropout} was. */
  static int dimension(List<CustomerSequence> sequences) {
    return mean(sequences) >= LONG ? WIDE : NARROW;
  }

  private static double mean(List<CustomerSequence> sequences) {
    return sequences.stream().mapToInt(CustomerSequence::size).average().orElse(0);
  }
}
