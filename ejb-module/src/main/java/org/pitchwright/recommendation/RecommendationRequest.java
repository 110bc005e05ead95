package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/**
 * What is asked of the recommender.
 *
 * @param customerId whose history counts; null for a visitor who is not known
 * @param recentItems what the visitor looked at just now, oldest first, at most {@value
 *     #MAX_RECENT}
 * @param scenario place where the items are shown, 1 to 100 characters
 * @param limit how many items, 1 to {@value #MAX_LIMIT}
 * @param categories only these; null for all
 * @param excludeItems never these, at most {@value #MAX_EXCLUDED}
 */
public record RecommendationRequest(
    @Nullable CustomerId customerId,
    List<ItemId> recentItems,
    String scenario,
    int limit,
    Exclusion exclude,
    @Nullable Set<String> categories,
    Set<ItemId> excludeItems) {
  public static final int MAX_LIMIT = 200;
  public static final int MAX_RECENT = 200;
  public static final int MAX_EXCLUDED = 10_000;
  public static final int DEFAULT_LIMIT = 10;
  public static final String DEFAULT_SCENARIO = "HOME";
  private static final int MAX_SCENARIO = 100;

  public RecommendationRequest {
    recentItems = List.copyOf(recentItems);
    categories = categories == null ? null : Set.copyOf(categories);
    excludeItems = Set.copyOf(excludeItems);
  }

  /** The usual request for a customer: ten unseen items for the home page. */
  public static RecommendationRequest forCustomer(CustomerId customer) {
    return new RecommendationRequest(
        customer, List.of(), DEFAULT_SCENARIO, DEFAULT_LIMIT, Exclusion.SEEN, null, Set.of());
  }

  /**
   * Refuses what cannot be answered.
   *
   * @throws ProblemException naming each member that is out of its range
   */
  void check() {
    List<Violation> found = new ArrayList<>();
    if (limit < 1 || limit > MAX_LIMIT) {
      found.add(
          new Violation("/limit", "limit must lie between 1 and " + MAX_LIMIT + ", not " + limit));
    }
    if (scenario.isBlank() || scenario.length() > MAX_SCENARIO || scenario.indexOf('\0') >= 0) {
      found.add(
          new Violation("/scenario", "scenario must have 1 to " + MAX_SCENARIO + " characters"));
    }
    if (recentItems.size() > MAX_RECENT) {
      found.add(
          new Violation("/recentItems", "recentItems must hold at most " + MAX_RECENT + " items"));
    }
    if (excludeItems.size() > MAX_EXCLUDED) {
      found.add(
          new Violation(
              "/excludeItems", "excludeItems must hold at most " + MAX_EXCLUDED + " items"));
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
