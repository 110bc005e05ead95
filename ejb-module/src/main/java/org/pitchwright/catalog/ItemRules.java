package org.pitchwright.catalog;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.Violation;

/** What makes a description of an item acceptable, for REST, SOAP, pages and imports alike. */
public final class ItemRules {
  private static final int MAX_TITLE = 500;
  private static final int MAX_DESCRIPTION = 20_000;
  private static final int MAX_CATEGORY = 200;

  /** The highest price of an item, in any currency. */
  public static final BigDecimal MAX_PRICE = new BigDecimal("999999999999999");

  private ItemRules() {}

  /** Everything that is wrong with the description; empty if it is acceptable. */
  public static List<Violation> check(ItemData data) {
    List<Violation> found = new ArrayList<>();
    if (data.title().isBlank()) {
      found.add(new Violation("/title", "title must not be empty"));
    }
    limit(found, "title", data.title(), MAX_TITLE);
    limit(found, "description", data.description(), MAX_DESCRIPTION);
    limit(found, "category", data.category(), MAX_CATEGORY);
    checkPrice(found, data.price(), data.currency());
    checkLanguage(found, data.language());
    checkImageUrl(found, data.imageUrl());
    return found;
  }

  private static void limit(List<Violation> found, String member, String text, int max) {
    if (text.length() > max) {
      found.add(
          new Violation(
              "/" + member,
              member + " must have at most " + max + " characters, not " + text.length()));
    }
    if (text.indexOf('\0') >= 0) {
      found.add(new Violation("/" + member, member + " must not contain the NUL character"));
    }
  }

  private static void checkPrice(
      List<Violation> found, @Nullable BigDecimal price, @Nullable String currency) {
    if (price != null) {
      if (price.signum() < 0) {
        found.add(new Violation("/price", "price must not be negative"));
      }
      if (price.stripTrailingZeros().scale() > 4) {
        found.add(new Violation("/price", "price must have at most four decimals"));
      }
      if (price.compareTo(MAX_PRICE) > 0) {
        found.add(new Violation("/price", "price must be at most " + MAX_PRICE.toPlainString()));
      }
      if (currency == null) {
        found.add(new Violation("/currency", "currency is needed where a price is given"));
      }
    }
    if (currency != null && !isCurrency(currency)) {
      found.add(
          new Violation(
              "/currency", "currency must be an ISO 4217 code such as CNY, not " + currency));
    }
  }

  /** Whether the text is an ISO 4217 code. */
  public static boolean isCurrency(String code) {
    return Currencies.CODES.contains(code);
  }

  private static void checkLanguage(List<Violation> found, @Nullable String language) {
    if (language != null && !isLanguage(language)) {
      found.add(
          new Violation(
              "/language", "language must be a BCP 47 tag such as zh or en-GB, not " + language));
    }
  }

  /** Whether the text is a well-formed BCP 47 tag. */
  public static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static void checkImageUrl(List<Violation> found, @Nullable String url) {
    if (url == null) {
      return;
    }
    limit(found, "imageUrl", url, 2_000);
    try {
      URI uri = URI.create(url);
      if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
        found.add(new Violation("/imageUrl", "imageUrl must begin with https:// or http://"));
      }
    } catch (IllegalArgumentException e) {
      found.add(new Violation("/imageUrl", "imageUrl is no valid address: " + e.getMessage()));
    }
  }

  /** The codes that the Java platform knows, looked up once. */
  private static final class Currencies {
    static final java.util.Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
