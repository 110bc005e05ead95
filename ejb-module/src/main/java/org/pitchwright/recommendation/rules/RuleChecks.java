package org.pitchwright.recommendation.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemRules;
import org.pitchwright.problem.Violation;

/** What makes a rule acceptable, for REST and pages alike. */
public final class RuleChecks {
  public static final int MAX_NAME = 200;
  public static final int MAX_SCENARIO = 100;
  public static final int MAX_ITEMS = 200;
  public static final int MAX_CATEGORIES = 50;
  public static final int MAX_CATEGORY = 200;
  public static final int MAX_PLACES = 200;
  public static final int MAX_PRIORITY = 1_000;
  public static final int MAX_STRENGTH = 10;
  private static final int MAX_DECIMALS = 4;

  private final RuleData data;
  private final List<Violation> found = new ArrayList<>();

  private RuleChecks(RuleData data) {
    this.data = data;
  }

  /** Everything that is wrong with a rule; empty if it is acceptable. */
  public static List<Violation> check(RuleData data) {
    RuleChecks checks = new RuleChecks(data);
    checks.checkWords();
    checks.checkTimes();
    checks.checkMatch();
    checks.checkPrices();
    checks.checkEffect();
    return checks.found;
  }

  private void refuse(String member, String detail) {
    found.add(new Violation("/" + member, detail));
  }

  private void checkWords() {
    text("name", data.name(), MAX_NAME);
    if (data.scenario() != null) {
      text("scenario", data.scenario(), MAX_SCENARIO);
    }
    range("priority", data.priority(), MAX_PRIORITY);
  }

  private void text(String member, String text, int maximum) {
    if (text.isBlank() || text.length() > maximum || text.indexOf('\0') >= 0) {
      refuse(member, member + " must have 1 to " + maximum + " characters");
    }
  }

  private void range(String member, int value, int maximum) {
    if (value < 1 || value > maximum) {
      refuse(member, member + " must be a whole number from 1 to " + maximum + ", not " + value);
    }
  }

  private void checkTimes() {
    if (data.validFrom() != null
        && data.validUntil() != null
        && !data.validFrom().isBefore(data.validUntil())) {
      refuse("validUntil", "validUntil must lie after validFrom");
    }
  }

  private void checkMatch() {
    RuleMatch match = data.match();
    if (match.items().size() > MAX_ITEMS) {
      refuse("itemIds", "itemIds must hold at most " + MAX_ITEMS + " items");
    }
    if (match.categories().size() > MAX_CATEGORIES) {
      refuse("categories", "categories must hold at most " + MAX_CATEGORIES + " categories");
    }
    for (int i = 0; i < match.categories().size(); i++) {
      text("categories/" + i, match.categories().get(i), MAX_CATEGORY);
    }
    switch (data.kind()) {
      case PIN -> checkPinned(match);
      case CAP -> checkCapped(match);
      case BOOST, BURY, EXCLUDE -> {
        if (match.isAll()) {
          refuse("itemIds", "Say which items: itemIds, categories or a price");
        }
      }
    }
  }

  private void checkPinned(RuleMatch match) {
    if (match.items().size() != 1) {
      refuse("itemIds", "A rule that pins names exactly one item");
    }
    if (!match.categories().isEmpty()) {
      refuse("categories", "A rule that pins has no categories");
    }
    noPrice(match, "A rule that pins has no price");
  }

  private void checkCapped(RuleMatch match) {
    if (!match.items().isEmpty()) {
      refuse("itemIds", "A rule that caps names categories, not items");
    }
    noPrice(match, "A rule that caps has no price");
  }

  private void noPrice(RuleMatch match, String detail) {
    if (match.minimumPrice() != null) {
      refuse("minimumPrice", detail);
    }
    if (match.maximumPrice() != null) {
      refuse("maximumPrice", detail);
    }
  }

  private void checkPrices() {
    RuleMatch match = data.match();
    BigDecimal minimum = match.minimumPrice();
    BigDecimal maximum = match.maximumPrice();
    price("minimumPrice", minimum);
    price("maximumPrice", maximum);
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      refuse("maximumPrice", "maximumPrice must not be below minimumPrice");
    }
    String currency = match.currency();
    if (match.isPriced() && currency == null) {
      refuse("currency", "currency is needed where a price is given");
    } else if (!match.isPriced() && currency != null) {
      refuse("currency", "currency goes with minimumPrice or maximumPrice");
    } else if (currency != null && !ItemRules.isCurrency(currency)) {
      refuse("currency", "currency must be an ISO 4217 code such as CNY, not " + currency);
    }
  }

  private void price(String member, @Nullable BigDecimal price) {
    if (price != null
        && (price.signum() < 0
            || price.stripTrailingZeros().scale() > MAX_DECIMALS
            || price.compareTo(ItemRules.MAX_PRICE) > 0)) {
      refuse(
          member,
          member
              + " must be an amount from 0 to "
              + ItemRules.MAX_PRICE.toPlainString()
              + " with at most four decimals");
    }
  }

  private void checkEffect() {
    RuleKind kind = data.kind();
    number("position", data.position(), kind == RuleKind.PIN);
    number("maximum", data.maximum(), kind == RuleKind.CAP);
    Double strength = data.strength();
    if (kind.moves() && strength == null) {
      refuse("strength", "strength is needed for " + kind);
    } else if (!kind.moves() && strength != null) {
      refuse("strength", "strength does not belong to " + kind);
    } else if (strength != null && !(strength > 0 && strength <= MAX_STRENGTH)) {
      refuse("strength", "strength must be above 0 and at most " + MAX_STRENGTH);
    }
  }

  private void number(String member, @Nullable Integer value, boolean belongs) {
    if (belongs && value == null) {
      refuse(member, member + " is needed for " + data.kind());
    } else if (!belongs && value != null) {
      refuse(member, member + " does not belong to " + data.kind());
    } else if (value != null) {
      range(member, value, MAX_PLACES);
    }
  }
}
