package org.pitchwright.recommendation.rules;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The key of a rule: 1 to 100 lower-case letters, digits, points, underscores and hyphens, of which
 * the first is a letter or a digit.
 *
 * @throws IllegalArgumentException if the text is no such key; the message is fit for the caller
 */
public record RuleKey(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public RuleKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "key must have 1 to 100 characters of a-z, 0-9 and . _ -, and begin with a letter or a"
              + " digit");
    }
  }

  /** A key that nobody has used before. */
  public static RuleKey fresh() {
    return new RuleKey("rule-" + Long.toString(RANDOM.nextLong() >>> 1, Character.MAX_RADIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
