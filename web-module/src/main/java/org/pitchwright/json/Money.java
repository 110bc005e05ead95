package org.pitchwright.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemRules;
import org.pitchwright.problem.ProblemException;

/** Amounts of money as decimal strings. */
public final class Money {
  private static final int MAX_LENGTH = 40;

  private Money() {}

  /**
   * An amount as text: at least the decimals that its currency has, more only where they count.
   *
   * @param currency ISO 4217 code
   */
  public static @Nullable String text(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount == null) {
      return null;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    int decimals = currency == null ? 0 : decimals(currency);
    return (plain.scale() < decimals ? plain.setScale(decimals, RoundingMode.UNNECESSARY) : plain)
        .toPlainString();
  }

  /**
   * The amount in a text.
   *
   * @param pointer where the text stands
   * @throws ProblemException if it is no decimal number
   */
  public static @Nullable BigDecimal parse(String pointer, @Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean decimal = text.length() <= MAX_LENGTH && text.matches("-?\\p{Digit}+(\\.\\p{Digit}+)?");
    if (!decimal) {
      throw ProblemException.invalid(
          pointer,
          pointer.substring(pointer.lastIndexOf('/') + 1)
              + " must be a decimal number in quotes, such as \"19.90\"");
    }
    return new BigDecimal(text);
  }

  private static int decimals(String currency) {
    return ItemRules.isCurrency(currency)
        ? Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits())
        : 0;
  }
}
