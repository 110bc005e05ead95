package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleMatch;
import org.pitchwright.recommendation.rules.RuleStrength;

class RuleInfluenceTest {
  private static final ItemTable.Entry TENT = entry("tent", "outdoor");
  private static final ItemTable.Entry STOVE = entry("stove", "outdoor");
  private static final ItemTable.Entry CUP = entry("cup", "kitchen");

  private static ItemTable.Entry entry(String id, String category) {
    return new ItemTable.Entry(id, id, category, 10, "CNY", true, true);
  }

  private static List<String> keys(
      List<Rule> rules, List<ItemTable.Entry> ruled, ItemTable.Entry item) {
    return new RuleInfluence(rules, ruled, CategoryTree.FLAT)
        .on(item, ruled.contains(item)).stream().map(rule -> rule.key().value()).toList();
  }

  @Test
  void namesTheRulesThatMoveAnItemWhetherItStaysOrNot() {
    List<Rule> rules =
        List.of(
            RuleDrafts.boost("up", RuleStrength.CLEARLY, RuleMatch.ofCategories("outdoor")),
            RuleDrafts.bury("down", RuleStrength.CLEARLY, RuleMatch.ofItems(new ItemId("tent"))));

    assertThat(keys(rules, List.of(TENT, CUP), TENT)).containsExactly("up", "down");
    assertThat(keys(rules, List.of(CUP), TENT)).containsExactly("up", "down");
    assertThat(keys(rules, List.of(CUP), CUP)).isEmpty();
  }

  @Test
  void namesAPinOfWhatIsThereAndAnExclusionOfWhatIsNot() {
    List<Rule> rules =
        List.of(
            RuleDrafts.pin("pin", "cup", 1),
            RuleDrafts.exclude("out", RuleMatch.ofCategories("outdoor")));

    assertThat(keys(rules, List.of(CUP), CUP)).containsExactly("pin");
    assertThat(keys(rules, List.of(CUP), TENT)).containsExactly("out");
    assertThat(keys(rules, List.of(), CUP)).isEmpty();
  }

  @Test
  void blamesACapOnlyWhereTheCategoryIsFull() {
    List<Rule> rules = List.of(RuleDrafts.cap("cap", 1));

    assertThat(keys(rules, List.of(STOVE), TENT)).containsExactly("cap");
    assertThat(keys(rules, List.of(STOVE), STOVE)).isEmpty();
    assertThat(keys(rules, List.of(CUP), TENT)).isEmpty();
  }
}
