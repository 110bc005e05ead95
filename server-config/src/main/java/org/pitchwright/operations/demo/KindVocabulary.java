package org.pitchwright.operations.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of product, such as tents, as the resource files describe it.
 *
 * @param key names the kind in {@link Succession}
 * @param entry how often a new wish begins with this kind, against others of its category
 * @param durable bought at most once in half a year
 * @param numbered whether a product line carries a generation number
 * @param step share of the price that each further value of the first variant attribute adds
 * @param price prices in both markets
 * @param then what customers want next
 * @param season when it sells best, null for all the year round
 * @param trend how its demand changes over the half year, null if it does not
 * @param replenishWeeks after how many weeks it is used up, null if it lasts
 * @param fits key of the kind that it is an accessory of, null if it stands alone
 * @param volumes whether the variants are the volumes of a series, read one after the other
 * @param families product lines in each market, 0 for the usual number
 * @param variants variants of each line, 0 for the usual number
 * @param series names of the lines, null for those of the category
 */
record KindVocabulary(
    String key,
    double entry,
    boolean durable,
    boolean numbered,
    double step,
    Localized<PriceRange> price,
    @Nullable List<Succession> then,
    @Nullable Season season,
    @Nullable Trend trend,
    @Nullable Span replenishWeeks,
    @Nullable String fits,
    boolean volumes,
    int families,
    int variants,
    @Nullable Localized<List<String>> series,
    KindTexts en,
    KindTexts zh) {
  private static final int USUAL_FAMILIES = 5;
  private static final int USUAL_VARIANTS = 3;

  KindVocabulary {
    families = families == 0 ? USUAL_FAMILIES : families;
    variants = variants == 0 ? USUAL_VARIANTS : variants;
  }

  KindTexts texts(Market market) {
    return market == Market.ZH ? zh : en;
  }

  /** What customers want next; empty if nothing in particular. */
  List<Succession> successions() {
    return then == null ? List.of() : then;
  }
}
