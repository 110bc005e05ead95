package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.recommendation.ItemGraph.Ban;
import org.pitchwright.recommendation.ItemGraph.Partner;
import org.pitchwright.recommendation.rules.RuleStrength;

/**
 * What the graph of items means for one customer at one moment: what is kept away after what was
 * bought, what stands in for what, and what is raised because it goes with what the customer bought
 * lately, has in the cart or looks at now.
 */
final class GraphEffect {
  /** How many items of the present and the latest past others are raised for. */
  static final int MAX_CAUSES = 5;

  /** For how long after a purchase, in milliseconds, what goes with it is raised. */
  static final long LATELY = TimeUnit.DAYS.toMillis(30);

  /** For how long an item counts as being in the cart, in milliseconds. */
  static final long IN_CART = TimeUnit.DAYS.toMillis(7);

  private final ItemGraph graph;
  private final ItemTable items;
  private final Set<Integer> bannedItems = new HashSet<>();
  private final Set<String> bannedCategories = new HashSet<>();
  private final Map<Integer, Bond> bonds = new HashMap<>();
  private long until = Long.MAX_VALUE;

  /**
   * Why the graph moves an item.
   *
   * @param reason what it is to the other item
   * @param item number of the other item
   * @param cause what the customer did with the other item; null for a successor
   */
  record Bond(ReasonKind reason, int item, @Nullable Interaction cause) {
    /** How far the item is raised, in standard deviations of the score. */
    double deviations() {
      return reason == ReasonKind.ACCESSORY
          ? RuleStrength.CLEARLY.deviations()
          : RuleStrength.A_LITTLE.deviations();
    }
  }

  private GraphEffect(ItemGraph graph, ItemTable items) {
    this.graph = graph;
    this.items = items;
  }

  /**
   * The effect on a list.
   *
   * @param at milliseconds since 1970 by the database's clock
   */
  static GraphEffect of(ItemGraph graph, PendingRequest pending, ItemTable items, long at) {
    GraphEffect effect = new GraphEffect(graph, items);
    if (graph.bans()) {
      effect.ban(pending.purchases(), at);
    }
    if (graph.binds()) {
      effect.bind(pending.basis(), at);
    }
    return effect;
  }

  private void ban(Map<Integer, Long> purchases, long at) {
    purchases.forEach(
        (item, bought) -> {
          for (Ban ban : graph.bansAfter(item, items.entry(item))) {
            if (holds(bought, ban.milliseconds(), at)) {
              bannedItems.add(ban.item());
              bannedCategories.addAll(ban.categories());
            }
          }
        });
  }

  private void bind(List<Interaction> basis, long at) {
    for (Interaction cause : causes(basis, at)) {
      for (Partner partner : graph.partners(cause.item())) {
        Bond bond = new Bond(partner.reason(), cause.item(), cause);
        // Of several bonds the strongest counts; of two alike, that to the latest item.
        bonds.merge(
            partner.item(), bond, (old, now) -> now.deviations() > old.deviations() ? now : old);
      }
    }
  }

  /** What was done last with the latest items that count, latest first. */
  private List<Interaction> causes(List<Interaction> basis, long at) {
    Map<Integer, Interaction> latest = new LinkedHashMap<>();
    for (int i = basis.size() - 1; i >= 0 && latest.size() < MAX_CAUSES; i--) {
      Interaction past = basis.get(i);
      long window = past.type() == EventType.PURCHASE ? LATELY : IN_CART;
      if (counts(past) && holds(past.at(), window, at)) {
        latest.putIfAbsent(past.item(), past);
      }
    }
    return new ArrayList<>(latest.values());
  }

  private static boolean counts(Interaction past) {
    return past.isRecent() || past.type() == EventType.PURCHASE || past.type() == EventType.CART;
  }

  /** Whether a time that began then still runs; if so, the effect is another when it ends. */
  private boolean holds(long began, long milliseconds, long at) {
    long end = milliseconds == Long.MAX_VALUE ? Long.MAX_VALUE : began + milliseconds;
    if (end <= at) {
      return false;
    }
    until = Math.min(until, end);
    return true;
  }

  /** When the effect becomes another, milliseconds since 1970 by the database's clock. */
  long until() {
    return until;
  }

  /** Whether an item must not be shown: after what was bought, or since it has a successor. */
  boolean keepsAway(int item) {
    return forbids(item) || successor(item) != null;
  }

  private boolean forbids(int item) {
    return bannedItems.contains(item)
        || (!bannedCategories.isEmpty() && bannedCategories.contains(items.entry(item).category()));
  }

  /** The item that stands in for another; null if it stands for itself. */
  @Nullable Integer successor(int item) {
    return graph.replaces() ? graph.successor(item, items) : null;
  }

  /** Whether any item is raised. */
  boolean moves() {
    return !bonds.isEmpty();
  }

  /** Why an item is raised; null if it is not. */
  @Nullable Bond bond(int item) {
    return bonds.get(item);
  }
}
