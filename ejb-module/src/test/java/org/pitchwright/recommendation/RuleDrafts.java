package org.pitchwright.recommendation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.rules.Rule;
import org.pitchwright.recommendation.rules.RuleData;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.recommendation.rules.RuleKind;
import org.pitchwright.recommendation.rules.RuleMatch;
import org.pitchwright.recommendation.rules.RuleStrength;

/** Rules for tests, in a word or two. */
final class RuleDrafts {
  private RuleDrafts() {}

  static Rule pin(String key, String item, int position) {
    return rule(key, RuleKind.PIN, RuleMatch.ofItems(new ItemId(item)), position, null, null);
  }

  static Rule boost(String key, RuleStrength strength, RuleMatch match) {
    return rule(key, RuleKind.BOOST, match, null, strength.deviations(), null);
  }

  static Rule bury(String key, RuleStrength strength, RuleMatch match) {
    return rule(key, RuleKind.BURY, match, null, strength.deviations(), null);
  }

  static Rule exclude(String key, RuleMatch match) {
    return rule(key, RuleKind.EXCLUDE, match, null, null, null);
  }

  static Rule cap(String key, int maximum, String... categories) {
    return rule(key, RuleKind.CAP, RuleMatch.ofCategories(categories), null, null, maximum);
  }

  static Rule rule(
      String key,
      RuleKind kind,
      RuleMatch match,
      @Nullable Integer position,
      @Nullable Double strength,
      @Nullable Integer maximum) {
    return Rule.draft(
        new RuleKey(key),
        new RuleData(key, kind, null, match, position, strength, maximum, null, null, true, 100));
  }

  static Rule inScenario(Rule rule, String scenario) {
    RuleData data = rule.data();
    return with(rule, scenario, data.validFrom(), data.validUntil(), data.enabled());
  }

  static Rule switchedOff(Rule rule) {
    RuleData data = rule.data();
    return with(rule, data.scenario(), data.validFrom(), data.validUntil(), false);
  }

  /** A rule between two moments in milliseconds since 1970. */
  static Rule between(Rule rule, long from, long until) {
    return with(rule, rule.data().scenario(), time(from), time(until), true);
  }

  private static OffsetDateTime time(long moment) {
    return java.time.Instant.ofEpochMilli(moment).atOffset(ZoneOffset.UTC);
  }

  private static Rule with(
      Rule rule,
      @Nullable String scenario,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      boolean enabled) {
    RuleData data = rule.data();
    return Rule.draft(
        rule.key(),
        new RuleData(
            data.name(),
            data.kind(),
            scenario,
            data.match(),
            data.position(),
            data.strength(),
            data.maximum(),
            from,
            until,
            enabled,
            data.priority()));
  }
}
