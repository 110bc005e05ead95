package org.pitchwright.recommendation;

import java.util.ArrayList;
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

  /** Because of what the customer did before, or looks at now: one to three causes. */
  static Reason because(@Nullable String language, List<Interaction> causes, ItemTable items) {
    List<ItemId> because = new ArrayList<>(causes.size());
    StringBuilder phrases = new StringBuilder();
    boolean recent = true;
    for (int i = 0; i < causes.size(); i++) {
      Interaction cause = causes.get(i);
      ItemTable.Entry item = items.entry(cause.item());
      because.add(new ItemId(item.itemId()));
      if (i > 0) {
        phrases.append(text(language, i == causes.size() - 1 ? "last" : "next", ""));
      }
      recent &= cause.isRecent();
      String kind = cause.isRecent() ? "recent" : cause.type().name();
      phrases.append(text(language, "cause." + kind, item.title()));
    }
    return new Reason(
        recent ? ReasonKind.RECENT : ReasonKind.HISTORY,
        text(language, "because", phrases.toString()),
        because);
  }

  /** Because a rule put it there. */
  static Reason rule(@Nullable String language) {
    return new Reason(ReasonKind.RULE, text(language, "rule", ""), List.of());
  }

  /** To learn whether the customer likes it. */
  static Reason exploration(@Nullable String language) {
    return new Reason(ReasonKind.EXPLORATION, text(language, "exploration", ""), List.of());
  }

  /** Because a rule or a relation put it there. */
  static Reason of(Candidate candidate, @Nullable String language, ItemTable items) {
    GraphEffect.Bond bond = candidate.bond();
    return bond == null ? rule(language) : bond(language, bond, items);
  }

  private static Reason bond(@Nullable String language, GraphEffect.Bond bond, ItemTable items) {
    ItemTable.Entry other = items.entry(bond.item());
    Interaction cause = bond.cause();
    String key = "bond." + bond.reason();
    if (cause != null) {
      key += "." + (cause.isRecent() ? "recent" : cause.type().name());
    }
    return new Reason(
        bond.reason(), text(language, key, other.title()), List.of(new ItemId(other.itemId())));
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
