package org.pitchwright.operations.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One of the two markets of the shop: its language, its currency, and how its prices end. */
enum Market {
  ZH("zh", "CNY") {
    @Override
    BigDecimal shelfPrice(double amount) {
      return amount < 100
          ? decimal(StrictMath.max(9, StrictMath.floor(amount)) + 0.90)
          : decimal(StrictMath.floor(amount / 10) * 10 + 9);
    }
  },
  EN("en", "USD") {
    @Override
    BigDecimal shelfPrice(double amount) {
      return amount < 200
          ? decimal(StrictMath.max(4, StrictMath.floor(amount)) + 0.99)
          : decimal(StrictMath.floor(amount / 10) * 10 + 9);
    }
  };

  private final String language;
  private final String currency;

  Market(String language, String currency) {
    this.language = language;
    this.currency = currency;
  }

  /** BCP 47 tag. */
  String language() {
    return language;
  }

  /** ISO 4217 code. */
  String currency() {
    return currency;
  }

  /** The nearest price as shops of this market write it: 39.90, 2899.00, or 39.99, 549.00. */
  abstract BigDecimal shelfPrice(double amount);

  private static BigDecimal decimal(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
