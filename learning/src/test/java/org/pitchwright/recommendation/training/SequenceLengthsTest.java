package org.pitchwright.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.SyntheticShop;
import org.pitchwright.recommendation.dataset.CustomerSequence;

class SequenceLengthsTest {

  @Test
  void readsAsFarBackAsNineOfTenHistoriesGo() {
    assertThat(SequenceLengths.maximumLength(customers(8))).isEqualTo(50);
    assertThat(SequenceLengths.maximumLength(customers(123))).isEqualTo(130);
    assertThat(SequenceLengths.maximumLength(customers(1_000))).isEqualTo(200);
    assertThat(SequenceLengths.maximumLength(List.of())).isEqualTo(50);
  }

  @Test
  void dropsLessTheMoreThereIsToLearnFrom() {
    assertThat(SequenceLengths.dropout(customers(8))).isEqualTo(.3);
    assertThat(SequenceLengths.dropout(customers(55))).isBetween(.15, .25);
    assertThat(SequenceLengths.dropout(customers(1_000))).isEqualTo(.1);
    assertThat(SequenceLengths.dropout(List.of())).isEqualTo(.3);
  }

  @Test
  void isWiderWhereHistoriesAreLong() {
    assertThat(SequenceLengths.dimension(customers(99))).isEqualTo(64);
    assertThat(SequenceLengths.dimension(customers(100))).isEqualTo(128);
  }

  private static List<CustomerSequence> customers(int events) {
    return Collections.nCopies(20, SyntheticShop.sequence(new int[events]));
  }
}
