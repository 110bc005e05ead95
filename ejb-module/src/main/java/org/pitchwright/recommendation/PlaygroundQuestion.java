package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/**
 * A history that somebody made up, and a question about what should come next.
 *
 * @param version of the recommender that is asked; null for the one that serves
 * @param history oldest first, at most {@value RecommendationRequest#MAX_RECENT} steps
 * @param limit how many items, 1 to {@value RecommendationRequest#MAX_LIMIT}
 * @param language of the reasons; null for English
 */
public record PlaygroundQuestion(
    @Nullable Integer version, List<Step> history, int limit, @Nullable String language) {
  /** The kinds of events that a history can be made of; others say nothing of what is liked. */
  public static final Set<EventType> KINDS =
      Set.copyOf(
          EnumSet.of(
              EventType.VIEW,
              EventType.CLICK,
              EventType.CART,
              EventType.PURCHASE,
              EventType.DISMISS));

  public PlaygroundQuestion {
    history = List.copyOf(history);
  }

  /** One event of the history. */
  public record Step(ItemId item, EventType type) {}

  /**
   * Refuses what cannot be answered.
   *
   * @throws ProblemException naming each member that is wrong
   */
  void check() {
    List<Violation> found = new ArrayList<>();
    if (limit < 1 || limit > RecommendationRequest.MAX_LIMIT) {
      found.add(
          new Violation(
              "/limit",
              "limit must lie between 1 and "
                  + RecommendationRequest.MAX_LIMIT
                  + ", not "
                  + limit));
    }
    if (history.size() > RecommendationRequest.MAX_RECENT) {
      found.add(
          new Violation(
              "/history",
              "history must hold at most " + RecommendationRequest.MAX_RECENT + " steps"));
    }
    for (int place = 0; place < history.size(); place++) {
      if (!KINDS.contains(history.get(place).type())) {
        found.add(
            new Violation(
                "/history/" + place + "/type",
                "type must be one of VIEW, CLICK, CART, PURCHASE, DISMISS, not "
                    + history.get(place).type()));
      }
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }

  /** The request of a visitor who did all this: unseen items for the home page. */
  RecommendationRequest request() {
    return new RecommendationRequest(
        null,
        List.of(),
        RecommendationRequest.DEFAULT_SCENARIO,
        limit,
        Exclusion.SEEN,
        null,
        Set.of());
  }
}
