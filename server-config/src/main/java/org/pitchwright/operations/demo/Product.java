package org.pitchwright.operations.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item that the shop sells or used to sell.
 *
 * @param popularity appeal against others of its kind and market
 * @param discontinuedOn null while it is on sale
 */
record Product(String id, Variant variant, double popularity, @Nullable LocalDate discontinuedOn) {

  KindVocabulary kind() {
    return variant.kind();
  }

  Market market() {
    return variant.market();
  }

  ProductLine line() {
    return variant.line();
  }

  boolean active() {
    return discontinuedOn == null;
  }

  /** Whether the shop sold it on this day. */
  boolean availableOn(LocalDate day) {
    return !day.isBefore(variant.launchedOn())
        && (discontinuedOn == null || day.isBefore(discontinuedOn));
  }
}
