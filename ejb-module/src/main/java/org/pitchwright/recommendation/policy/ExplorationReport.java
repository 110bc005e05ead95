package org.pitchwright.recommendation.policy;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much was tried in a period, and what lists without trying would have brought.
 *
 * @param lists answers in which places could be given away
 * @param places those places; pinned ones are not among them
 * @param tried places that were given to an item that comes next
 * @param effectivePlaces how many places without weights tell as much about lists without trying,
 *     (Σw)² / Σw² (Kish 1965)
 */
public record ExplorationReport(
    OffsetDateTime from,
    OffsetDateTime to,
    long lists,
    long places,
    long tried,
    double effectivePlaces,
    Comparison clicks,
    Comparison purchases) {

  /** A rate or a difference of rates, and where it lies with 95% confidence. */
  public record Rate(double value, double lower, double upper) {}

  /**
   * How often an item at a place led to something.
   *
   * @param shown as lists were, with what was tried; null where there were none
   * @param greedy as they would have been without
   * @param gain by how much greedy exceeds shown
   */
  public record Comparison(@Nullable Rate shown, @Nullable Rate greedy, @Nullable Rate gain) {}

  /** The share of places that were given away, 0 to 1; null without places. */
  public @Nullable Double triedShare() {
    return places == 0 ? null : (double) tried / places;
  }
}
