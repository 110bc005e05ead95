package org.pitchwright.recommendation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recommended item as a page shows it.
 *
 * @param strength of its score among the items of the same answer, 0 to 1
 * @param why a sentence in the reader's language
 * @param icon of the kind of reason
 */
public record Pick(
    String itemId,
    int rank,
    String title,
    String category,
    @Nullable BigDecimal price,
    @Nullable String currency,
    double score,
    double strength,
    @Nullable Double purchaseProbability,
    double propensity,
    String why,
    String icon) {}
