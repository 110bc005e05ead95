package org.pitchwright.recommendation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.RuleMatch;

/** Holds items against what a rule is about. */
final class RuleMatcher {
  private final Set<String> itemIds;
  private final Set<String> categories;
  private final double minimumPrice;
  private final double maximumPrice;
  private final @Nullable String currency;

  RuleMatcher(RuleMatch match, CategoryTree tree) {
    itemIds = match.items().stream().map(ItemId::value).collect(Collectors.toUnmodifiableSet());
    categories = tree.withBelow(match.categories());
    minimumPrice = number(match.minimumPrice(), Double.NEGATIVE_INFINITY);
    maximumPrice = number(match.maximumPrice(), Double.POSITIVE_INFINITY);
    currency = match.currency();
  }

  private static double number(@Nullable BigDecimal price, double otherwise) {
    return price == null ? otherwise : price.doubleValue();
  }

  boolean matches(ItemTable.Entry entry) {
    return (itemIds.isEmpty() || itemIds.contains(entry.itemId()))
        && (categories.isEmpty() || categories.contains(entry.category()))
        && (currency == null || hasPrice(entry));
  }

  /** A price that is missing is NaN, which lies between no two numbers. */
  private boolean hasPrice(ItemTable.Entry entry) {
    return entry.currency().equals(currency)
        && entry.price() >= minimumPrice
        && entry.price() <= maximumPrice;
  }
}
