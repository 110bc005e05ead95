package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;

/** A request on its way through the pipeline, with what the batch has found out for it. */
final class PendingRequest {
  private static final float RECENT_WEIGHT = 1;

  private final RecommendationRequest request;
  private final CompletableFuture<Recommendation> answer = new CompletableFuture<>();
  private final List<Interaction> recent;
  private final Set<Integer> excluded;
  private @Nullable CustomerState state;
  private @Nullable String language;
  private boolean mayPersonalize = true;

  PendingRequest(RecommendationRequest request, ItemTable items) {
    this.request = request;
    recent = new ArrayList<>(request.recentItems().size());
    for (ItemId item : request.recentItems()) {
      int number = items.number(item.value());
      recent.add(
          new Interaction(
              0, number, EventType.VIEW, System.currentTimeMillis(), RECENT_WEIGHT, false));
    }
    excluded = new HashSet<>();
    request.excludeItems().forEach(item -> excluded.add(items.number(item.value())));
  }

  RecommendationRequest request() {
    return request;
  }

  CompletableFuture<Recommendation> answer() {
    return answer;
  }

  /** The customer's key, null for a visitor who is not known. */
  @Nullable String customer() {
    return request.customerId() == null ? null : request.customerId().value();
  }

  @Nullable CustomerState state() {
    return state;
  }

  void found(CustomerState past, ServingReader.@Nullable Profile profile) {
    state = past;
    if (profile != null) {
      language = profile.language();
      mayPersonalize = !Boolean.FALSE.equals(profile.personalization());
    }
  }

  @Nullable String language() {
    return language;
  }

  /** Whether the ranking depends on the customer's past alone, and may be kept with it. */
  boolean cacheable() {
    return recent.isEmpty() && mayPersonalize && state != null;
  }

  /** What the ranking is made from: the past, as far as the customer agreed, then the present. */
  List<Interaction> basis() {
    if (!mayPersonalize) {
      return List.of();
    }
    List<Interaction> past = state == null ? List.of() : state.interactions();
    if (recent.isEmpty()) {
      return past;
    }
    List<Interaction> both = new ArrayList<>(past.size() + recent.size());
    both.addAll(past);
    both.addAll(recent);
    return both;
  }

  /** Whether the request's own rules keep an item away. */
  boolean keepsAway(int item, ItemTable.Entry entry) {
    if (!entry.active() || excluded.contains(item)) {
      return true;
    }
    Set<String> categories = request.categories();
    if (categories != null && !categories.contains(entry.category())) {
      return true;
    }
    return switch (request.exclude()) {
      case SEEN -> isRecent(item) || (state != null && state.hasSeen(item));
      case PURCHASED -> state != null && state.hasPurchased(item);
      case NONE -> false;
    };
  }

  private boolean isRecent(int item) {
    return recent.stream().anyMatch(interaction -> interaction.item() == item);
  }
}
