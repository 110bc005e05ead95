package org.pitchwright.recommendation.relations;

import org.jspecify.annotations.Nullable;

/**
 * What a logical rule says: never show the one after a purchase of the other.
 *
 * @param days for how long after the purchase, 1 to {@value LogicalRules#MAX_DAYS}; null for ever
 * @param note why; null where nobody said
 */
public record LogicalRuleData(
    Subject never, Subject after, @Nullable Integer days, @Nullable String note, boolean enabled) {}
