package org.pitchwright.operations.demo;

import java.util.List;

/**
 * Words that all categories share.
 *
 * @param closings last sentences of descriptions
 * @param styles looks of product lines; the same place means the same look in both languages
 */
record CommonVocabulary(Localized<List<String>> closings, Localized<List<String>> styles) {}
