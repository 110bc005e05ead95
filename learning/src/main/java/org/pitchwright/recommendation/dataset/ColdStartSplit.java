package org.pitchwright.recommendation.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.pitchwright.recommendation.History;

/**
 * Makes some items new: they are taken out of everything that is learned from, and out of every
 * history. What a model makes of them it can only know from their texts.
 */
public final class ColdStartSplit {

  private ColdStartSplit() {}

  /**
   * Takes a share of the items away.
   *
   * @param split whose validation cases are used; its test cases stay untouched
   * @param items number of items of the data set
   * @param share of the items that become new, above 0 and below 1
   * @param seed chooses them
   * @return as {@code test} the cases whose target is new; as {@code validation} the others
   * @throws DatasetException if the share is out of its range
   */
  public static LeaveOneOutSplit of(LeaveOneOutSplit split, int items, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new DatasetException("The share of new items must lie above 0 and below 1.");
    }
    BitSet cold = choose(items, share, seed);
    List<CustomerSequence> training = new ArrayList<>();
    for (CustomerSequence sequence : split.training()) {
      training.add(sequence.without(cold));
    }
    List<HeldOutCase> others = new ArrayList<>();
    List<HeldOutCase> cases = new ArrayList<>();
    for (HeldOutCase heldOut : split.validation()) {
      History known = heldOut.history().withoutItems(cold);
      if (known.size() > 0) {
        List<HeldOutCase> kind = cold.get(heldOut.target()) ? cases : others;
        kind.add(new HeldOutCase(known, heldOut.target()));
      }
    }
    return new LeaveOneOutSplit(training, others, cases);
  }

  private static BitSet choose(int items, double share, long seed) {
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, items).boxed().toList());
    Collections.shuffle(shuffled, new Random(seed));
    BitSet cold = new BitSet(items);
    shuffled.subList(0, (int) Math.round(share * items)).forEach(cold::set);
    return cold;
  }
}
