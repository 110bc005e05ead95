package org.pitchwright.operations.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invents tastes: a few favourite categories, liked and disliked brands, a purse and a look. */
final class TasteGenerator {
  private static final List<Double> FAVOURITES = List.of(1.0, 0.6, 0.3);
  private static final double BACKGROUND = 0.03;

  private final Vocabularies vocabularies;

  TasteGenerator(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  Taste taste(Market market, Dice dice) {
    List<CategoryVocabulary> order = new ArrayList<>(vocabularies.categories());
    Collections.shuffle(order, dice.random());
    Map<String, Double> categories = new LinkedHashMap<>();
    Map<String, Double> brands = new LinkedHashMap<>();
    for (CategoryVocabulary category : order) {
      int rank = categories.size();
      double weight = rank < FAVOURITES.size() ? FAVOURITES.get(rank) : 0;
      categories.put(category.category(), weight + BACKGROUND);
      for (String brand : category.brands().in(market)) {
        brands.put(brand, dice.gaussian());
      }
    }
    int styles = vocabularies.common().styles().in(market).size();
    return new Taste(
        Collections.unmodifiableMap(categories),
        Collections.unmodifiableMap(brands),
        dice.gaussian(),
        dice.between(0, styles - 1));
  }
}
