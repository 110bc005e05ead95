package org.pitchwright.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {
  private final Phrases chinese = Phrases.chinese();

  @Test
  void takesTheValuesOfASentenceOver() {
    assertThat(chinese.of("the same CLICK of the item 949 ms before, within 5000 ms"))
        .isEqualTo("949 毫秒前对该商品有相同的 CLICK（5000 毫秒内）");
    assertThat(chinese.of("Epoch finished, loss 1.6864, ndcg@10 0.6089"))
        .isEqualTo("完成一轮，loss 1.6864, ndcg@10 0.6089");
  }

  @Test
  void knowsADecisionWithAndWithoutAVersionThatServes() {
    String first = "Promoted: version 1 has NDCG@10 0.8003, popularity 0.0136 on 5122 cases";
    String later =
        "Promoted: version 2 has NDCG@10 0.8103, popularity 0.0136, champion version 1 0.8003"
            + " on 5122 cases";

    assertThat(chinese.of(first)).startsWith("已上线：版本 1");
    assertThat(chinese.of(later)).startsWith("已上线：版本 2").endsWith("（5122 个样本）");
  }

  @Test
  void takesWhatSomebodyWroteAsItIs() {
    assertThat(chinese.of("There is no event type $1 {0}; write VIEW"))
        .startsWith("没有 $1 {0} 这种行为类型");
    assertThat(chinese.of("Nobody has translated this")).isEqualTo("Nobody has translated this");
  }
}
