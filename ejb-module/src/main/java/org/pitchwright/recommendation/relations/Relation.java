package org.pitchwright.recommendation.relations;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A relation as it is kept.
 *
 * @param note why, in the words of whoever said so; null where nobody gave any
 * @param evidence what the data say; null where the job found nothing
 * @param version counts its changes, from 1
 * @param updatedBy who changed it last
 */
public record Relation(
    RelationKey key,
    RelationState state,
    RelationOrigin origin,
    @Nullable String note,
    @Nullable Evidence evidence,
    long version,
    OffsetDateTime updatedAt,
    String updatedBy) {}
