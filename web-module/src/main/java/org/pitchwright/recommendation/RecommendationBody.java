package org.pitchwright.recommendation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.problem.PathKey;
import org.pitchwright.problem.ProblemException;

/** A question to the recommender on the wire. */
@Schema(name = "RecommendationRequest")
public record RecommendationBody(
    @Schema(description = "Null for a visitor who is not known") @Nullable String customerId,
    @Schema(description = "What the visitor looked at just now, oldest first")
        @Nullable List<@Nullable String> recentItems,
    @Schema(description = "Place where the items are shown", defaultValue = "HOME")
        @Nullable String scenario,
    @Schema(description = "How many items, 1 to 200", defaultValue = "10") @Nullable Integer limit,
    @Schema(description = "Which items of the customer's past stay away", defaultValue = "SEEN")
        @Nullable Exclusion exclude,
    @Schema(description = "Only these; null for all") @Nullable List<@Nullable String> categories,
    @Schema(description = "Never these") @Nullable List<@Nullable String> excludeItems) {

  /**
   * The request that this body stands for.
   *
   * @throws ProblemException if a key is none, or nothing tells for whom the items are
   */
  public RecommendationRequest toRequest() {
    if (customerId == null && recentItems == null) {
      throw ProblemException.invalid("/customerId", "customerId or recentItems is needed");
    }
    return new RecommendationRequest(
        customerId == null ? null : PathKey.parse("customerId", customerId, CustomerId::new),
        items("recentItems", recentItems),
        scenario == null ? RecommendationRequest.DEFAULT_SCENARIO : scenario,
        limit == null ? RecommendationRequest.DEFAULT_LIMIT : limit,
        exclude == null ? Exclusion.SEEN : exclude,
        categories == null ? null : texts("categories", categories),
        Set.copyOf(items("excludeItems", excludeItems)));
  }

  private static Set<String> texts(String member, List<@Nullable String> values) {
    if (values.contains(null)) {
      throw ProblemException.invalid("/" + member, member + " must not contain null");
    }
    return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static List<ItemId> items(String member, @Nullable List<@Nullable String> keys) {
    if (keys == null) {
      return List.of();
    }
    List<ItemId> items = new java.util.ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      if (key == null) {
        throw ProblemException.invalid("/" + member + "/" + i, member + " must not contain null");
      }
      items.add(PathKey.parse(member + "/" + i, key, ItemId::new));
    }
    return items;
  }
}
