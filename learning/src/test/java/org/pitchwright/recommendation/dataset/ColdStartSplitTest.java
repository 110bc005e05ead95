package org.pitchwright.recommendation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdStartSplitTest {
  private static final int ITEMS = 50;

  private final LeaveOneOutSplit whole = LeaveOneOutSplit.ofLastEvents(dataset());

  @Test
  void whatIsNewOccursNowhereButAsATarget() {
    LeaveOneOutSplit split = ColdStartSplit.of(whole, ITEMS, .2, 7);

    Set<Integer> learned = new HashSet<>();
    split.training().forEach(sequence -> add(learned, sequence.items()));
    split.test().forEach(heldOut -> add(learned, heldOut.history().items()));
    split.validation().forEach(heldOut -> add(learned, heldOut.history().items()));
    assertThat(learned).hasSize(40);
    assertThat(split.test()).isNotEmpty();
    assertThat(split.test())
        .allSatisfy(heldOut -> assertThat(learned).doesNotContain(heldOut.target()));
    assertThat(split.validation())
        .allSatisfy(heldOut -> assertThat(learned).contains(heldOut.target()));
  }

  @Test
  void theSeedChooses() {
    LeaveOneOutSplit one = ColdStartSplit.of(whole, ITEMS, .2, 7);
    LeaveOneOutSplit same = ColdStartSplit.of(whole, ITEMS, .2, 7);
    LeaveOneOutSplit other = ColdStartSplit.of(whole, ITEMS, .2, 8);

    assertThat(same.test()).isEqualTo(one.test());
    assertThat(other.test()).isNotEqualTo(one.test());
  }

  @Test
  void aShareOutOfItsRangeIsRefused() {
    for (double share : new double[] {0, 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> ColdStartSplit.of(whole, ITEMS, share, 1))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("share");
    }
  }

  private static void add(Set<Integer> set, int[] items) {
    Arrays.stream(items).forEach(set::add);
  }

  /** 200 customers, each with eight items. */
  private static TrainingDataset dataset() {
    Random random = new Random(1);
    List<CustomerSequence> sequences = new ArrayList<>();
    for (int customer = 0; customer < 200; customer++) {
      int[] items = random.ints(8, 0, ITEMS).toArray();
      float[] weights = new float[8];
      Arrays.fill(weights, 1f);
      sequences.add(new CustomerSequence(items, weights, new long[8]));
    }
    List<String> ids = IntStream.range(0, ITEMS).mapToObj(Integer::toString).toList();
    return new TrainingDataset(
        ids, Collections.nCopies(ITEMS, null), sequences, Map.of(), "sha256:test");
  }
}
