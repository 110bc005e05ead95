package org.pitchwright.catalog;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says about an item.
 *
 * @param title 1 to 500 characters
 * @param description empty where there is none
 * @param category empty where there is none
 * @param price not negative, at most four decimals; always with a currency
 * @param currency ISO 4217 code
 * @param language BCP 47 tag of title and description
 * @param attributes any further facts, as JSON values
 * @param active whether it may be recommended
 */
public record ItemData(
    String title,
    String description,
    String category,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable String language,
    Map<String, Object> attributes,
    @Nullable String imageUrl,
    boolean active) {}
