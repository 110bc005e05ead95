package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which product of another kind goes with a product: the case that fits the telephone, the stove of
 * the tent's series. The same few for everybody, which is what makes sequences predictable.
 */
final class Companions {
  private static final int MOST = 4;
  private static final double STEEPNESS = 1.5;
  private static final double FITS = 4.0;
  private static final double SAME_BRAND = 1.0;
  private static final double SAME_STYLE = 0.7;
  private static final double PRICE_DISTANCE = 0.3;
  private static final double POPULARITY = 0.5;

  private final Assortment assortment;
  private final long seed;
  private final Map<String, List<Product>> known = new HashMap<>();

  Companions(Assortment assortment, long seed) {
    this.assortment = assortment;
    this.seed = seed;
  }

  /** One of the products of this kind that go with the anchor; null if none is left. */
  @Nullable Product pick(
      Product anchor,
      String kind,
      Taste taste,
      LocalDate day,
      Predicate<Product> unwanted,
      Dice dice) {
    List<Product> companions =
        known.computeIfAbsent(anchor.id() + "/" + kind, key -> companions(anchor, kind));
    double[] weights = new double[companions.size()];
    for (int i = 0; i < weights.length; i++) {
      Product product = companions.get(i);
      boolean possible = product.availableOn(day) && !unwanted.test(product);
      double rank = StrictMath.pow(i + 1, -STEEPNESS);
      weights[i] = possible ? rank * StrictMath.exp(0.35 * taste.liking(product)) : 0;
    }
    int index = dice.weighted(weights);
    return index < 0 ? null : companions.get(index);
  }

  private List<Product> companions(Product anchor, String kind) {
    return assortment.ofKind(anchor.market(), kind).stream()
        .filter(candidate -> !candidate.id().equals(anchor.id()))
        .map(candidate -> new Companion(candidate, affinity(anchor, candidate)))
        .sorted(Comparator.comparingDouble(Companion::affinity).reversed())
        .limit(MOST)
        .map(Companion::product)
        .toList();
  }

  private record Companion(Product product, double affinity) {}

  private double affinity(Product anchor, Product candidate) {
    ProductLine line = anchor.line();
    ProductLine other = candidate.line();
    double score = Dice.of(seed, anchor.id() + "+" + candidate.id(), 0).gaussian();
    score += POPULARITY * StrictMath.log(candidate.popularity());
    score -= PRICE_DISTANCE * StrictMath.abs(line.priceLevel() - other.priceLevel());
    score += line.brand().equals(other.brand()) ? SAME_BRAND : 0;
    score += line.style() == other.style() ? SAME_STYLE : 0;
    ProductLine host = other.fits();
    ProductLine own = line.fits() == null ? line : line.fits();
    return host != null && host.key().equals(own.key()) ? score + FITS : score;
  }
}
