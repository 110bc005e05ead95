package org.pitchwright.recommendation.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;

/**
 * Which items a rule is about: all that is given must hold.
 *
 * @param items one of these; empty for any
 * @param categories in one of these, as the catalogue spells it; empty for any
 * @param minimumPrice at least this much, null for any
 * @param maximumPrice at most this much, null for any
 * @param currency of the prices, ISO 4217; an item in another currency, or without a price, does
 *     not match; null where no price is given
 */
public record RuleMatch(
    List<ItemId> items,
    List<String> categories,
    @Nullable BigDecimal minimumPrice,
    @Nullable BigDecimal maximumPrice,
    @Nullable String currency) {
  /** Every item. */
  public static final RuleMatch ALL = new RuleMatch(List.of(), List.of(), null, null, null);

  public RuleMatch {
    items = List.copyOf(items);
    categories = List.copyOf(categories);
  }

  /** Items by their keys. */
  public static RuleMatch ofItems(ItemId... items) {
    return new RuleMatch(List.of(items), List.of(), null, null, null);
  }

  /** Items by their categories. */
  public static RuleMatch ofCategories(String... categories) {
    return new RuleMatch(List.of(), List.of(categories), null, null, null);
  }

  /** Whether a bound of the price is given. */
  public boolean isPriced() {
    return minimumPrice != null || maximumPrice != null;
  }

  /** Whether nothing is given, so that every item matches. */
  public boolean isAll() {
    return items.isEmpty() && categories.isEmpty() && !isPriced();
  }
}
