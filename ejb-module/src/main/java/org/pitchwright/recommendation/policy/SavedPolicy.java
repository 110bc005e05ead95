package org.pitchwright.recommendation.policy;

import java.time.OffsetDateTime;

/**
 * A policy as it is kept.
 *
 * @param version counts its changes, from 1
 * @param updatedBy who changed it last
 */
public record SavedPolicy(
    PolicyScenario scenario,
    ListPolicy policy,
    long version,
    OffsetDateTime updatedAt,
    String updatedBy) {}
