package org.pitchwright.recommendation.rules;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param name for people, 1 to {@value RuleChecks#MAX_NAME} characters
 * @param scenario place where the items are shown; null for everywhere
 * @param position of a {@link RuleKind#PIN}, 1 to {@value RuleChecks#MAX_PLACES}; null otherwise
 * @param strength of a {@link RuleKind#BOOST} or {@link RuleKind#BURY}, in standard deviations of
 *     the score, above 0; null otherwise
 * @param maximum of a {@link RuleKind#CAP}, items of one category in a list, 1 to {@value
 *     RuleChecks#MAX_PLACES}; null otherwise
 * @param validFrom the moment from which it applies; null for always
 * @param validUntil the moment from which it applies no more; null for never
 * @param priority 1 to {@value RuleChecks#MAX_PRIORITY}; of two pins at one place the lower has it
 */
public record RuleData(
    String name,
    RuleKind kind,
    @Nullable String scenario,
    RuleMatch match,
    @Nullable Integer position,
    @Nullable Double strength,
    @Nullable Integer maximum,
    @Nullable OffsetDateTime validFrom,
    @Nullable OffsetDateTime validUntil,
    boolean enabled,
    int priority) {
  /** Where a rule stands when nobody says. */
  public static final int DEFAULT_PRIORITY = 100;

  /** The strength in words; null where the kind has none. */
  public @Nullable RuleStrength strengthInWords() {
    return strength == null ? null : RuleStrength.nearest(strength);
  }
}
