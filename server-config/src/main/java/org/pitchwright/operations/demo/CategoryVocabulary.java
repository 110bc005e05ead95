package org.pitchwright.operations.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One category of the shop, as its resource file describes it.
 *
 * @param category key of the category
 * @param brands invented brands
 * @param series names of product lines
 * @param colours palette, meant by {@code @colours} in a list of values
 * @param closings last sentences of descriptions, null for the common ones
 * @param kinds kinds of products, an accessory after what it fits
 */
record CategoryVocabulary(
    String category,
    Localized<List<String>> brands,
    Localized<List<String>> series,
    Localized<List<String>> colours,
    @Nullable Localized<List<String>> closings,
    List<KindVocabulary> kinds) {}
