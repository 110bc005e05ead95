package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The catalogue as customers find their way in it: by market and kind. */
final class Assortment {
  private final List<Product> products;
  private final Map<String, List<KindVocabulary>> kindsOfCategory = new LinkedHashMap<>();
  private final Map<String, List<Product>> byKind = new LinkedHashMap<>();
  private final Map<String, List<Product>> byLine = new LinkedHashMap<>();

  Assortment(Vocabularies vocabularies, List<Product> products) {
    this.products = products;
    for (CategoryVocabulary category : vocabularies.categories()) {
      kindsOfCategory.put(category.category(), category.kinds());
    }
    for (Product product : products) {
      byKind
          .computeIfAbsent(key(product.market(), product.kind().key()), key -> new ArrayList<>())
          .add(product);
      byLine.computeIfAbsent(product.line().key(), key -> new ArrayList<>()).add(product);
    }
  }

  List<Product> products() {
    return products;
  }

  List<KindVocabulary> kinds(String category) {
    return kindsOfCategory.getOrDefault(category, List.of());
  }

  List<Product> ofKind(Market market, String kind) {
    return byKind.getOrDefault(key(market, kind), List.of());
  }

  private static String key(Market market, String kind) {
    return market.language() + "/" + kind;
  }

  /** The volume after this one, null after the last or before it is out. */
  @Nullable Product nextVolume(Product volume, LocalDate day) {
    for (Product other : byLine.getOrDefault(volume.line().key(), List.of())) {
      if (other.variant().place() == volume.variant().place() + 1 && other.availableOn(day)) {
        return other;
      }
    }
    return null;
  }

  /** What a customer picks from a kind by taste; null if nothing is left. */
  @Nullable Product pick(
      Market market,
      String kind,
      Taste taste,
      LocalDate day,
      Predicate<Product> unwanted,
      Dice dice) {
    List<Product> candidates = ofKind(market, kind);
    double[] weights = new double[candidates.size()];
    for (int i = 0; i < weights.length; i++) {
      Product product = candidates.get(i);
      boolean possible = product.availableOn(day) && !unwanted.test(product);
      weights[i] = possible ? taste.weight(product) : 0;
    }
    int index = dice.weighted(weights);
    return index < 0 ? null : candidates.get(index);
  }
}
