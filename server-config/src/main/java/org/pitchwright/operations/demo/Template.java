package org.pitchwright.operations.demo;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the places of a text: {@code {size}} as it is, {@code {Size}} with every word capitalised,
 * {@code {size:cap}} with its first letter capitalised, {@code {size:low}} in small letters. An
 * English {@code A} before a vowel becomes {@code An}.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("(\\b[Aa] )?\\{(\\w+)(?::(cap|low))?}");
  private static final Pattern WORD_START = Pattern.compile("(^|[ -])(\\p{Ll})");

  private Template() {}

  /**
   * Fills in the facts.
   *
   * @throws IllegalArgumentException if a place has no fact
   */
  static String fill(String template, Map<String, String> facts) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = value(template, place.group(2), place.group(3), facts);
              return Matcher.quoteReplacement(article(place.group(1), value) + value);
            });
  }

  private static String value(
      String template, String name, @Nullable String form, Map<String, String> facts) {
    String fact = facts.get(name);
    if (fact == null && Character.isUpperCase(name.charAt(0))) {
      String small = facts.get(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
      fact = small == null ? null : titleCase(small);
    }
    if (fact == null) {
      throw new IllegalArgumentException("No fact for {" + name + "} in: " + template);
    }
    if ("cap".equals(form)) {
      return fact.substring(0, 1).toUpperCase(Locale.ROOT) + fact.substring(1);
    }
    return "low".equals(form) ? fact.toLowerCase(Locale.ROOT) : fact;
  }

  private static String titleCase(String text) {
    return WORD_START
        .matcher(text)
        .replaceAll(start -> start.group(1) + start.group(2).toUpperCase(Locale.ROOT));
  }

  private static String article(@Nullable String article, String value) {
    if (article == null) {
      return "";
    }
    return "aeiouAEIO".indexOf(value.charAt(0)) >= 0 ? article.charAt(0) + "n " : article;
  }
}
