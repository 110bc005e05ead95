package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.Reason;

/**
 * Says why, in the customer's language: Chinese where the tag begins with {@code zh}, else English.
 */
final class Reasons {
  private static final Map<String, String> ENGLISH = texts(Locale.ROOT);
  private static final Map<String, String> CHINESE = texts(Locale.CHINESE);

  private Reasons() {}

  private static Map<String, String> texts(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.pitchwright.recommendation.reasons",
            locale,
            Reasons.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> texts = new HashMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return Map.copyOf(texts);
  }

  static Reason popular(@Nullable String language) {
    return new Reason(ReasonKind.POPULAR, text(language, "popular", ""), List.of());
  }

  static Reason history(@Nullable String language) {
    return new Reason(ReasonKind.HISTORY, text(language, "history", ""), List.of());
  }

  /** Because of something the customer did before. */
  static Reason because(@Nullable String language, Interaction past, ItemTable.Entry item) {
    return new Reason(
        ReasonKind.HISTORY,
        text(language, "because." + past.type(), item.title()),
        List.of(new ItemId(item.itemId())));
  }

  /** Because of what the visitor looks at now. */
  static Reason recent(@Nullable String language, ItemTable.Entry item) {
    return new Reason(
        ReasonKind.RECENT,
        text(language, "recent", item.title()),
        List.of(new ItemId(item.itemId())));
  }

  /** Because it resembles the item that was asked about. */
  static Reason similar(@Nullable String language, ItemTable.Entry item) {
    return new Reason(
        ReasonKind.SIMILAR,
        text(language, "similar", item.title()),
        List.of(new ItemId(item.itemId())));
  }

  private static String text(@Nullable String language, String key, String title) {
    boolean chinese = language != null && language.startsWith("zh");
    String pattern = (chinese ? CHINESE : ENGLISH).get(key);
    return pattern == null ? "" : pattern.replace("{0}", title);
  }
}
