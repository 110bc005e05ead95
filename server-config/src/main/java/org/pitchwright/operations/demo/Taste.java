package org.pitchwright.operations.demo;

import java.util.Map;

/**
 * What a customer likes, known to the generator alone: a recommender has to find it out.
 *
 * @param categories weight of each category, by key
 * @param brands liking of each brand, standard normal
 * @param priceLevel preferred price against the kind's, in standard deviations
 * @param style index of the preferred look
 */
record Taste(
    Map<String, Double> categories, Map<String, Double> brands, double priceLevel, int style) {
  private static final double WEIGHT_OF_BRAND = 1.1;
  private static final double WEIGHT_OF_STYLE = 0.9;
  private static final double WEIGHT_OF_PRICE = 0.45;

  /** How well a product suits the customer: about 0 on average, higher is better. */
  double liking(Product product) {
    ProductLine line = product.line();
    double distance = line.priceLevel() - priceLevel;
    return WEIGHT_OF_BRAND * brands.getOrDefault(line.brand(), 0.0)
        + (line.style() == style ? WEIGHT_OF_STYLE : 0)
        - WEIGHT_OF_PRICE * distance * distance;
  }

  /** The weight with which the customer picks a product from its kind. */
  double weight(Product product) {
    return product.popularity() * StrictMath.exp(liking(product));
  }
}
