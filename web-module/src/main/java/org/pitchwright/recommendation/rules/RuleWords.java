package org.pitchwright.recommendation.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Formats;
import org.pitchwright.frame.Texts;

/** Says in a sentence what a rule does. */
@RequestScoped
public class RuleWords {
  private static final int NAMED = 2;

  @Inject private Catalog catalog;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private final Map<ItemId, String> titles = new HashMap<>();

  /** Reads the titles of items at once, before they are asked for one by one. */
  public void learn(Collection<ItemId> items) {
    catalog.findAll(items).forEach((id, item) -> titles.put(id, item.data().title()));
  }

  /** The title of an item that was {@link #learn}t; its key where the catalogue has none. */
  public String title(ItemId item) {
    return titles.getOrDefault(item, item.value());
  }

  /** What a rule does, with the items that were {@link #learn}t by their titles. */
  public String sentence(RuleData data) {
    String what = what(data.match());
    return switch (data.kind()) {
      case PIN -> texts.text("rules.does.PIN", what, number(data.position()));
      case BOOST, BURY ->
          texts.text(
              "rules.does." + data.kind(),
              what,
              texts.of("rules.strength", String.valueOf(data.strengthInWords())));
      case EXCLUDE -> texts.text("rules.does.EXCLUDE", what);
      case CAP ->
          data.match().categories().isEmpty()
              ? texts.text("rules.does.CAP.each", number(data.maximum()))
              : texts.text("rules.does.CAP", what, number(data.maximum()));
    };
  }

  private static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private String what(RuleMatch match) {
    List<String> parts = new ArrayList<>();
    if (!match.items().isEmpty()) {
      parts.add(
          some(match.items().stream().map(item -> texts.text("why.quoted", title(item))).toList()));
    }
    if (!match.categories().isEmpty()) {
      parts.add(some(match.categories()));
    }
    if (match.isPriced()) {
      parts.add(price(match.minimumPrice(), match.maximumPrice(), match.currency()));
    }
    return String.join(texts.text("rules.what.and"), parts);
  }

  private String some(List<String> names) {
    String named =
        names.stream().limit(NAMED).collect(Collectors.joining(texts.text("rules.what.or")));
    return names.size() <= NAMED
        ? named
        : texts.text("rules.what.more", named, names.size() - NAMED);
  }

  private String price(
      @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable String currency) {
    String from = formats.money(least, currency);
    String to = formats.money(most, currency);
    if (least == null) {
      return texts.text("rules.what.atMost", to);
    }
    return most == null
        ? texts.text("rules.what.atLeast", from)
        : texts.text("rules.what.between", from, to);
  }
}
