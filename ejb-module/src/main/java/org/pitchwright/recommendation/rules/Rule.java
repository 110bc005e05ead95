package org.pitchwright.recommendation.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept.
 *
 * @param version counts its changes, from 1; 0 for a draft
 * @param updatedBy who changed it last
 */
public record Rule(
    RuleKey key, RuleData data, long version, OffsetDateTime updatedAt, String updatedBy) {
  /** A rule that nobody has saved yet. */
  public static Rule draft(RuleKey key, RuleData data) {
    return new Rule(key, data, 0, OffsetDateTime.now(ZoneOffset.UTC), "");
  }

  /** Whether it applies at a moment. */
  public RuleState state(Instant now) {
    if (!data.enabled()) {
      return RuleState.OFF;
    }
    if (isAfter(data.validFrom(), now)) {
      return RuleState.SCHEDULED;
    }
    return data.validUntil() == null || isAfter(data.validUntil(), now)
        ? RuleState.ACTIVE
        : RuleState.ENDED;
  }

  private static boolean isAfter(@Nullable OffsetDateTime moment, Instant now) {
    return moment != null && moment.toInstant().isAfter(now);
  }
}
