package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Invents the catalogue of both markets. */
final class CatalogGenerator {
  private static final double ZIPF_EXPONENT = 1.05;
  private static final double SHARE_DISCONTINUED = 0.025;
  private static final int ESTABLISHED_AFTER_DAYS = 185;

  private final Vocabularies vocabularies;
  private final long seed;
  private final LocalDate today;

  CatalogGenerator(Vocabularies vocabularies, long seed, LocalDate today) {
    this.vocabularies = vocabularies;
    this.seed = seed;
    this.today = today;
  }

  /** All products in the order of their ids, which tells nothing about them. */
  List<Product> generate() {
    List<Product> products = new ArrayList<>();
    for (Market market : Market.values()) {
      for (CategoryVocabulary category : vocabularies.categories()) {
        addCategory(category, market, products);
      }
    }
    Dice dice = Dice.of(seed, "catalog", 0);
    Collections.shuffle(products, dice.random());
    Set<Integer> discontinued = discontinued(products, dice);
    List<Product> numbered = new ArrayList<>();
    for (Product product : products) {
      int index = numbered.size();
      LocalDate end = discontinued.contains(index) ? today.minusDays(dice.between(5, 90)) : null;
      numbered.add(
          new Product(
              "i-" + Digits.padded(index + 1, 4), product.variant(), product.popularity(), end));
    }
    return List.copyOf(numbered);
  }

  private void addCategory(CategoryVocabulary category, Market market, List<Product> products) {
    Dice dice = Dice.of(seed, "catalog/" + category.category(), market.ordinal());
    CommonVocabulary common = vocabularies.common();
    LineGenerator lines = new LineGenerator(common, category, market, today, dice);
    for (KindVocabulary kind : category.kinds()) {
      VariantGenerator generator = new VariantGenerator(common, category, kind, market, dice);
      List<Variant> variants = new ArrayList<>();
      for (ProductLine line : lines.lines(kind)) {
        variants.addAll(generator.variants(line));
      }
      List<Double> popularity = zipf(variants.size(), dice);
      for (int i = 0; i < variants.size(); i++) {
        products.add(new Product("", variants.get(i), popularity.get(i), null));
      }
    }
  }

  private static List<Double> zipf(int count, Dice dice) {
    List<Double> weights = new ArrayList<>();
    for (int rank = 1; rank <= count; rank++) {
      weights.add(StrictMath.pow(rank, -ZIPF_EXPONENT));
    }
    Collections.shuffle(weights, dice.random());
    return weights;
  }

  private Set<Integer> discontinued(List<Product> products, Dice dice) {
    Set<Integer> discontinued = new TreeSet<>();
    long wanted = StrictMath.round(products.size() * SHARE_DISCONTINUED);
    LocalDate latest = today.minusDays(ESTABLISHED_AFTER_DAYS);
    while (discontinued.size() < wanted) {
      int index = dice.between(0, products.size() - 1);
      Variant variant = products.get(index).variant();
      if (!variant.kind().volumes() && variant.launchedOn().isBefore(latest)) {
        discontinued.add(index);
      }
    }
    return discontinued;
  }
}
