package org.pitchwright.recommendation.relations;

import java.time.OffsetDateTime;
import org.pitchwright.recommendation.rules.RuleKey;

/**
 * A logical rule as it is kept.
 *
 * @param version counts its changes, from 1
 * @param updatedBy who changed it last
 */
public record LogicalRule(
    RuleKey key, LogicalRuleData data, long version, OffsetDateTime updatedAt, String updatedBy) {}
