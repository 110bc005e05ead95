package org.pitchwright.recommendation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.Violation;

class RuleChecksTest {
  private static final RuleMatch TENT = RuleMatch.ofItems(new ItemId("tent"));

  private static RuleData rule(
      RuleKind kind,
      RuleMatch match,
      @Nullable Integer position,
      @Nullable Double strength,
      @Nullable Integer maximum) {
    return new RuleData(
        "Rule", kind, null, match, position, strength, maximum, null, null, true, 100);
  }

  private static List<String> places(RuleData data) {
    return RuleChecks.check(data).stream().map(Violation::pointer).toList();
  }

  @Test
  void eachKindAsksForItsOwn() {
    assertThat(places(rule(RuleKind.PIN, TENT, 1, null, null))).isEmpty();
    assertThat(places(rule(RuleKind.BOOST, TENT, null, .7, null))).isEmpty();
    assertThat(places(rule(RuleKind.CAP, RuleMatch.ALL, null, null, 3))).isEmpty();
    assertThat(places(rule(RuleKind.PIN, TENT, null, null, null))).containsExactly("/position");
    assertThat(places(rule(RuleKind.BURY, TENT, null, null, null))).containsExactly("/strength");
    assertThat(places(rule(RuleKind.CAP, RuleMatch.ALL, null, null, null)))
        .containsExactly("/maximum");
    assertThat(places(rule(RuleKind.EXCLUDE, TENT, 1, .7, 3)))
        .containsExactlyInAnyOrder("/position", "/maximum", "/strength");
  }

  @Test
  void aPinNamesOneItemAndNothingElse() {
    RuleMatch much =
        new RuleMatch(
            List.of(new ItemId("tent"), new ItemId("cup")),
            List.of("camping"),
            BigDecimal.ONE,
            null,
            "CNY");

    assertThat(places(rule(RuleKind.PIN, much, 1, null, null)))
        .containsExactlyInAnyOrder("/itemIds", "/categories", "/minimumPrice");
    assertThat(places(rule(RuleKind.PIN, TENT, 201, null, null))).containsExactly("/position");
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOST", "BURY", "EXCLUDE"})
  void aRuleAboutNothingIsRefused(RuleKind kind) {
    assertThat(places(rule(kind, RuleMatch.ALL, null, kind.moves() ? 1.0 : null, null)))
        .containsExactly("/itemIds");
  }

  @Test
  void pricesNeedACurrencyAndAnOrder() {
    assertThat(places(rule(RuleKind.EXCLUDE, price("1", "2", null), null, null, null)))
        .containsExactly("/currency");
    assertThat(places(rule(RuleKind.EXCLUDE, price("1", "2", "XXQ"), null, null, null)))
        .containsExactly("/currency");
    assertThat(places(rule(RuleKind.EXCLUDE, price("3", "2", "CNY"), null, null, null)))
        .containsExactly("/maximumPrice");
    assertThat(places(rule(RuleKind.EXCLUDE, price("-1", "2", "CNY"), null, null, null)))
        .containsExactly("/minimumPrice");
    assertThat(places(rule(RuleKind.EXCLUDE, price("2", "2", "CNY"), null, null, null))).isEmpty();
  }

  private static RuleMatch price(String from, String to, @Nullable String currency) {
    return new RuleMatch(List.of(), List.of(), new BigDecimal(from), new BigDecimal(to), currency);
  }

  @Test
  void aRuleThatEndsBeforeItBeginsIsRefused() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    RuleData data = new RuleData(" ", RuleKind.PIN, "", TENT, 1, null, null, now, now, true, 0);

    assertThat(places(data))
        .containsExactlyInAnyOrder("/name", "/scenario", "/priority", "/validUntil");
  }

  @Test
  void aStrengthIsTheNearestWord() {
    assertThat(RuleStrength.nearest(.1)).isEqualTo(RuleStrength.A_LITTLE);
    assertThat(RuleStrength.nearest(1.5)).isEqualTo(RuleStrength.CLEARLY);
    assertThat(RuleStrength.nearest(9)).isEqualTo(RuleStrength.STRONGLY);
  }
}
