package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
  private final List<Interaction> recent = new ArrayList<>();
  private final Set<Integer> excluded = new HashSet<>();
  private @Nullable CustomerState state;
  private @Nullable String language;
  private boolean mayPersonalize = true;
  private ItemGraph graph = ItemGraph.UNREAD;
  private long moment;
  private @Nullable GraphEffect effect;

  PendingRequest(RecommendationRequest request) {
    this.request = request;
  }

  /**
   * Looks up the items that the request names, once the catalogue is up to date; those that neither
   * the catalogue nor any event knows mean nothing, and leave no trace.
   */
  void resolve(ItemTable items) {
    long now = System.currentTimeMillis();
    for (ItemId item : request.recentItems()) {
      OptionalInt number = items.find(item.value());
      if (number.isPresent()) {
        recent.add(
            new Interaction(0, number.getAsInt(), EventType.VIEW, now, RECENT_WEIGHT, false));
      }
    }
    for (ItemId item : request.excludeItems()) {
      items.find(item.value()).ifPresent(excluded::add);
    }
  }

  /** Takes a past that somebody made up, and the language of who looks at it. */
  void imagine(List<Interaction> past, @Nullable String reader) {
    recent.addAll(past);
    language = reader;
  }

  /**
   * Lets the answer heed how items belong together.
   *
   * @param at milliseconds since 1970 by the database's clock
   */
  void heed(ItemGraph now, long at) {
    graph = now;
    moment = at;
  }

  /** What the graph of items means for the answer. */
  GraphEffect effect(ItemTable items) {
    GraphEffect known = effect;
    if (known == null) {
      known = GraphEffect.of(graph, this, items, moment);
      effect = known;
    }
    return known;
  }

  ItemGraph graph() {
    return graph;
  }

  /** When the answer is given, milliseconds since 1970 by the database's clock. */
  long moment() {
    return moment;
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

  /** Whether nothing but limit, exclusion and language shapes the answer beside the ranking. */
  boolean usual() {
    return cacheable() && excluded.isEmpty() && request.categories() == null;
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

  /** The items that the customer bought, with the time of the last purchase. */
  Map<Integer, Long> purchases() {
    return state == null ? Map.of() : state.purchases();
  }

  /** Whether the request's rules keep an item away. */
  boolean keepsAway(int item, ItemTable.Entry entry) {
    return bars(item, entry) || hasHad(item);
  }

  /** Whether an item is kept away whatever the customer did. */
  boolean bars(int item, ItemTable.Entry entry) {
    Set<String> categories = request.categories();
    return !entry.active()
        || excluded.contains(item)
        || (categories != null && !categories.contains(entry.category()));
  }

  /** Whether an item is kept away for itself, whether it is on sale or not. */
  boolean refuses(int item) {
    return excluded.contains(item) || hasHad(item);
  }

  /** Whether an item is kept away because of what the customer did with it. */
  boolean hasHad(int item) {
    return switch (request.exclude()) {
      case SEEN -> isRecent(item) || (state != null && state.hasSeen(item));
      case PURCHASED -> state != null && state.hasPurchased(item);
      case NONE -> false;
    };
  }

  private boolean isRecent(int item) {
    for (Interaction interaction : recent) {
      if (interaction.item() == item) {
        return true;
      }
    }
    return false;
  }
}
