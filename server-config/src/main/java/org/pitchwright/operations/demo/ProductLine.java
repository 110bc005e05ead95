package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of products that differ in their variants only.
 *
 * @param key names the line within the company
 * @param series name of the series, with its generation where it has one
 * @param name brand and series as people say it, used by accessories
 * @param fits the line that it is an accessory of, null if it stands alone
 * @param style index of its look
 * @param price price of the first variant, before it is rounded
 * @param priceLevel price against its kind's, in standard deviations
 * @param attributes what all variants share
 */
record ProductLine(
    String key,
    String brand,
    String series,
    String name,
    @Nullable ProductLine fits,
    int style,
    double price,
    double priceLevel,
    Map<String, String> attributes,
    LocalDate launchedOn) {}
