package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invents the product lines of one category in one market. */
final class LineGenerator {
  private static final double SHARE_NEW = 0.1;
  private static final double WEIGHT_OF_BRAND = 0.6;
  private static final double WEIGHT_OF_LINE = 0.8;
  private static final double LOWEST_LEVEL = -1.8;
  private static final double HIGHEST_LEVEL = 2.2;

  private final CommonVocabulary common;
  private final CategoryVocabulary category;
  private final Market market;
  private final LocalDate today;
  private final Dice dice;
  private final Map<String, Double> brandLevels = new LinkedHashMap<>();
  private final Map<String, List<ProductLine>> done = new LinkedHashMap<>();

  LineGenerator(
      CommonVocabulary common,
      CategoryVocabulary category,
      Market market,
      LocalDate today,
      Dice dice) {
    this.common = common;
    this.category = category;
    this.market = market;
    this.today = today;
    this.dice = dice;
    for (String brand : category.brands().in(market)) {
      brandLevels.put(brand, dice.gaussian());
    }
  }

  /** The lines of a kind; what it is an accessory of must have been generated before. */
  List<ProductLine> lines(KindVocabulary kind) {
    List<ProductLine> lines = new ArrayList<>();
    for (Name name : names(kind)) {
      lines.add(line(kind, name, host(kind, lines.size())));
    }
    done.put(kind.key(), lines);
    return lines;
  }

  private record Name(String brand, String series) {}

  /** Different names, so that no two lines are mixed up. */
  private List<Name> names(KindVocabulary kind) {
    List<String> brands = category.brands().in(market);
    List<Name> names = new ArrayList<>();
    Localized<List<String>> own = kind.series();
    if (own != null) {
      for (String series : own.in(market)) {
        names.add(new Name(dice.pick(brands), series));
      }
    } else {
      for (String brand : brands) {
        for (String series : category.series().in(market)) {
          names.add(new Name(brand, kind.numbered() ? series + " " + dice.between(2, 9) : series));
        }
      }
    }
    Collections.shuffle(names, dice.random());
    return names.subList(0, kind.families());
  }

  private @Nullable ProductLine host(KindVocabulary kind, int index) {
    if (kind.fits() == null) {
      return null;
    }
    List<ProductLine> hosts = done.get(kind.fits());
    if (hosts == null) {
      throw new IllegalStateException(
          kind.key() + " must come after " + kind.fits() + " in " + category.category() + ".json");
    }
    return hosts.get(index % hosts.size());
  }

  private ProductLine line(KindVocabulary kind, Name name, @Nullable ProductLine host) {
    String spoken =
        market == Market.ZH ? name.brand() + name.series() : name.brand() + " " + name.series();
    PriceRange range = kind.price().in(market);
    double level =
        WEIGHT_OF_BRAND * brandLevels.getOrDefault(name.brand(), 0.0)
            + WEIGHT_OF_LINE * dice.gaussian();
    level = StrictMath.min(HIGHEST_LEVEL, StrictMath.max(LOWEST_LEVEL, level));
    List<String> styles = common.styles().in(market);
    int style = dice.between(0, styles.size() - 1);
    return new ProductLine(
        kind.key() + "/" + market.language() + "/" + spoken,
        name.brand(),
        name.series(),
        spoken,
        host,
        style,
        range.median() * StrictMath.exp(range.spread() * level),
        level,
        attributes(kind, name, host, styles.get(style)),
        launch(kind));
  }

  private Map<String, String> attributes(
      KindVocabulary kind, Name name, @Nullable ProductLine host, String style) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kind", kind.texts(market).name());
    attributes.put("brand", name.brand());
    attributes.put("series", name.series());
    attributes.put("style", style);
    if (host != null) {
      attributes.put("fits", host.name());
    }
    kind.texts(market).family().forEach((key, values) -> attributes.put(key, dice.pick(values)));
    return attributes;
  }

  /** Most lines are years old, one in ten is new; a series of volumes began long ago. */
  private LocalDate launch(KindVocabulary kind) {
    if (kind.volumes()) {
      return today.minusDays(dice.between(420, 1500));
    }
    return today.minusDays(
        dice.chance(SHARE_NEW) ? dice.between(10, 150) : dice.between(190, 1100));
  }
}
