package org.pitchwright.operations.demo;

import java.util.List;
import java.util.Map;

/**
 * How one kind of product is described in one language.
 *
 * @param name the kind's name
 * @param title template of the titles
 * @param family attributes that all variants of a product line share, with their possible values
 * @param variant attributes that tell the variants apart; the first one drives the price
 * @param text sentences of the description: one template of each slot
 * @param queries what people type to find it
 */
record KindTexts(
    String name,
    String title,
    Map<String, List<String>> family,
    Map<String, List<String>> variant,
    List<List<String>> text,
    List<String> queries) {}
