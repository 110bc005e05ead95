package org.pitchwright.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupQualityTest {

  private static final TargetRank FIRST = new TargetRank(0, 0);
  private static final TargetRank LAST = new TargetRank(500, 0);

  @Test
  void measuresEachGroupByItself() {
    List<TargetRank> ranks = new ArrayList<>(Collections.nCopies(30, FIRST));
    ranks.addAll(Collections.nCopies(40, LAST));
    List<String> groups = new ArrayList<>(Collections.nCopies(30, "zh"));
    groups.addAll(Collections.nCopies(40, "en"));

    List<GroupQuality> measured = GroupQuality.of(ranks, groups);

    assertThat(measured).extracting(GroupQuality::group).containsExactly("en", "zh");
    assertThat(measured.get(0).metrics().ndcg10()).isZero();
    assertThat(measured.get(1).metrics().ndcg10()).isEqualTo(1);
    assertThat(measured.get(1).metrics().cases()).isEqualTo(30);
    assertThat(GroupQuality.asMap("language", measured))
        .containsEntry("language.zh.ndcg@10", 1.0)
        .containsEntry("language.en.cases", 40.0);
  }

  @Test
  void leavesOutGroupsThatSayMoreAboutChance() {
    List<TargetRank> ranks = Collections.nCopies(29, FIRST);

    assertThat(GroupQuality.of(ranks, Collections.nCopies(29, "zh"))).isEmpty();
  }

  @Test
  void everyCaseHasAGroup() {
    assertThatThrownBy(() -> GroupQuality.of(List.of(FIRST), List.of()))
        .hasMessageContaining("1 cases and 0 groups");
  }

  @Test
  void groupsHistoriesByTheirLength() {
    assertThat(GroupQuality.lengthOf(0)).isEqualTo("01-05");
    assertThat(GroupQuality.lengthOf(5)).isEqualTo("01-05");
    assertThat(GroupQuality.lengthOf(6)).isEqualTo("06-15");
    assertThat(GroupQuality.lengthOf(40)).isEqualTo("16-40");
    assertThat(GroupQuality.lengthOf(41)).isEqualTo("41+");
  }
}
