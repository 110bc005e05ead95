package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents the variants of product lines, and writes what is said about them. */
final class VariantGenerator {
  private static final String PALETTE = "@colours";
  private static final int DAYS_BETWEEN_VOLUMES = 80;
  private static final double SHARE_WITH_SECOND_SENTENCE = 0.85;
  private static final double SHARE_WITH_CLOSING = 0.6;

  private final CategoryVocabulary category;
  private final KindVocabulary kind;
  private final Market market;
  private final List<String> closings;
  private final Dice dice;

  VariantGenerator(
      CommonVocabulary common,
      CategoryVocabulary category,
      KindVocabulary kind,
      Market market,
      Dice dice) {
    this.category = category;
    this.kind = kind;
    this.market = market;
    this.dice = dice;
    Localized<List<String>> own = category.closings();
    this.closings = (own == null ? common.closings() : own).in(market);
  }

  /** The variants of a line, cheapest or first volume first. */
  List<Variant> variants(ProductLine line) {
    List<Map<String, String>> combinations = combinations();
    if (!kind.volumes()) {
      Collections.shuffle(combinations, dice.random());
    }
    List<Map<String, String>> chosen =
        new ArrayList<>(
            combinations.subList(0, StrictMath.min(kind.variants(), combinations.size())));
    List<Variant> variants = new ArrayList<>();
    for (Map<String, String> combination : chosen) {
      variants.add(variant(line, combination, variants.size()));
    }
    return variants;
  }

  private List<Map<String, String>> combinations() {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (var attribute : kind.texts(market).variant().entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values(attribute.getValue())) {
          Map<String, String> extended = new LinkedHashMap<>(combination);
          extended.put(attribute.getKey(), value);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return new ArrayList<>(combinations);
  }

  private List<String> values(List<String> written) {
    return written.contains(PALETTE) ? category.colours().in(market) : written;
  }

  private Variant variant(ProductLine line, Map<String, String> combination, int place) {
    LocalDate launchedOn =
        kind.volumes()
            ? line.launchedOn().plusDays((long) place * DAYS_BETWEEN_VOLUMES)
            : line.launchedOn();
    Map<String, String> attributes = new LinkedHashMap<>(line.attributes());
    attributes.putAll(combination);
    attributes.put("launchedOn", launchedOn.toString());
    Map<String, String> facts = new LinkedHashMap<>(attributes);
    facts.put("year", String.valueOf(launchedOn.getYear()));
    facts.put("m", String.valueOf(launchedOn.getMonthValue()));
    facts.put("month", launchedOn.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    return new Variant(
        category.category(),
        kind,
        market,
        line,
        place,
        Template.fill(kind.texts(market).title(), facts),
        describe(facts),
        market.shelfPrice(line.price() * (1 + kind.step() * priceStep(combination))),
        Collections.unmodifiableMap(attributes),
        launchedOn);
  }

  private int priceStep(Map<String, String> combination) {
    var first = kind.texts(market).variant().entrySet().iterator().next();
    return values(first.getValue()).indexOf(combination.get(first.getKey()));
  }

  private String describe(Map<String, String> facts) {
    List<String> sentences = new ArrayList<>();
    for (List<String> slot : kind.texts(market).text()) {
      if (sentences.isEmpty() || dice.chance(SHARE_WITH_SECOND_SENTENCE)) {
        sentences.add(Template.fill(dice.pick(slot), facts));
      }
    }
    if (dice.chance(SHARE_WITH_CLOSING)) {
      sentences.add(Template.fill(dice.pick(closings), facts));
    }
    return String.join(market == Market.ZH ? "" : " ", sentences);
  }
}
