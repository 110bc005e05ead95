package org.pitchwright.paging;

import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/** The parameter {@code limit} of lists. */
public final class PageLimit {
  /** How many entries a page has when nobody says. */
  public static final int DEFAULT = 50;

  private PageLimit() {}

  /**
   * The limit that a caller asks for.
   *
   * @throws ProblemException if it is no number from 1 to {@value Page#MAX_LIMIT}
   */
  public static int parse(@Nullable String limit) {
    return parse(limit, DEFAULT);
  }

  /** As {@link #parse(String)}, with another default. */
  public static int parse(@Nullable String limit, int otherwise) {
    if (limit == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(limit);
      if (value >= 1 && value <= Page.MAX_LIMIT) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refused(limit);
    }
    throw refused(limit);
  }

  private static ProblemException refused(String limit) {
    return ProblemException.invalid(
        "/limit", "limit must be a number from 1 to " + Page.MAX_LIMIT + ", not " + limit);
  }
}
