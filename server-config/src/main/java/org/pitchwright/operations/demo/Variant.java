package org.pitchwright.operations.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * One product as the catalogue describes it.
 *
 * @param category key of its category
 * @param place place among the variants of its line, from 0
 * @param attributes facts, by name; the texts state nothing else
 */
record Variant(
    String category,
    KindVocabulary kind,
    Market market,
    ProductLine line,
    int place,
    String title,
    String description,
    BigDecimal price,
    Map<String, String> attributes,
    LocalDate launchedOn) {}
