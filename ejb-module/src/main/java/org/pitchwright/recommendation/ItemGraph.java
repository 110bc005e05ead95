package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.relations.LogicalRule;
import org.pitchwright.recommendation.relations.RelationKind;
import org.pitchwright.recommendation.relations.RelationRows;
import org.pitchwright.recommendation.relations.RelationRows.Tie;
import org.pitchwright.recommendation.relations.Subject;

/** How items belong together, as it stood after so many changes. Immutable. */
final class ItemGraph {
  /** How many items that go with one item are raised: those with most behind them. */
  static final int MAX_PARTNERS = 10;

  /** What a server knows at first; no real one has this revision. */
  static final ItemGraph UNREAD = new ItemGraph(-1, CategoryTree.FLAT);

  private static final int NOBODY = -1;

  private final long revision;
  private final CategoryTree tree;
  private final Map<Integer, List<Partner>> partners = new HashMap<>();
  private final Map<Integer, Integer> successors = new HashMap<>();
  private final Map<Integer, List<Ban>> afterItems = new HashMap<>();
  private final Map<String, List<Ban>> afterCategories = new HashMap<>();

  /**
   * An item that goes with another.
   *
   * @param reason what it is to the other
   */
  record Partner(int item, ReasonKind reason, double weight) {
    private static final Comparator<Partner> STRONGEST_FIRST =
        Comparator.comparing((Partner partner) -> partner.reason() != ReasonKind.ACCESSORY)
            .thenComparing(Partner::weight, Comparator.reverseOrder())
            .thenComparing(Partner::item);
  }

  /**
   * What is never shown after a purchase.
   *
   * @param item number in the {@link ItemTable}; −1 where categories are meant
   * @param milliseconds for how long
   */
  record Ban(int item, Set<String> categories, long milliseconds) {}

  private ItemGraph(long revision, CategoryTree tree) {
    this.revision = revision;
    this.tree = tree;
  }

  static ItemGraph read(Connection connection, ItemTable items) throws SQLException {
    return of(RelationRows.read(connection), items);
  }

  /** A graph of items by their numbers. */
  static ItemGraph of(RelationRows.Snapshot snapshot, ItemTable items) {
    ItemGraph graph = new ItemGraph(snapshot.revision(), snapshot.tree());
    for (Tie tie : snapshot.ties()) {
      graph.add(tie.kind(), items.number(tie.from()), items.number(tie.to()), tie.weight());
    }
    graph.partners.replaceAll(
        (item, all) ->
            all.stream().sorted(Partner.STRONGEST_FIRST).distinct().limit(MAX_PARTNERS).toList());
    snapshot.rules().forEach(rule -> graph.add(rule, items));
    return graph;
  }

  private void add(RelationKind kind, int from, int to, double weight) {
    switch (kind) {
      case BOUGHT_TOGETHER -> {
        partner(from, new Partner(to, ReasonKind.BOUGHT_TOGETHER, weight));
        partner(to, new Partner(from, ReasonKind.BOUGHT_TOGETHER, weight));
      }
      case ACCESSORY_OF -> partner(to, new Partner(from, ReasonKind.ACCESSORY, weight));
      case REPLACES -> successors.put(to, from);
    }
  }

  private void partner(int item, Partner partner) {
    partners.computeIfAbsent(item, key -> new ArrayList<>()).add(partner);
  }

  private void add(LogicalRule rule, ItemTable items) {
    Subject never = rule.data().never();
    Subject after = rule.data().after();
    Integer days = rule.data().days();
    Ban ban =
        new Ban(
            never.item() == null ? NOBODY : items.number(never.item().value()),
            never.category() == null ? Set.of() : tree.withBelow(List.of(never.category())),
            days == null ? Long.MAX_VALUE : TimeUnit.DAYS.toMillis(days));
    if (after.item() != null) {
      afterItems
          .computeIfAbsent(items.number(after.item().value()), item -> new ArrayList<>())
          .add(ban);
    } else if (after.category() != null) {
      for (String category : tree.withBelow(List.of(after.category()))) {
        afterCategories.computeIfAbsent(category, name -> new ArrayList<>()).add(ban);
      }
    }
  }

  long revision() {
    return revision;
  }

  CategoryTree tree() {
    return tree;
  }

  /** Whether any item goes with another. */
  boolean binds() {
    return !partners.isEmpty();
  }

  /** Whether anything is never shown after a purchase. */
  boolean bans() {
    return !afterItems.isEmpty() || !afterCategories.isEmpty();
  }

  /** Whether any item has a successor. */
  boolean replaces() {
    return !successors.isEmpty();
  }

  /** The items that go with one, its accessories first. */
  List<Partner> partners(int item) {
    return partners.getOrDefault(item, List.of());
  }

  /** What is never shown after a purchase of an item. */
  List<Ban> bansAfter(int item, ItemTable.Entry entry) {
    List<Ban> byItem = afterItems.getOrDefault(item, List.of());
    List<Ban> byCategory = afterCategories.getOrDefault(entry.category(), List.of());
    if (byItem.isEmpty() || byCategory.isEmpty()) {
      return byItem.isEmpty() ? byCategory : byItem;
    }
    List<Ban> both = new ArrayList<>(byItem);
    both.addAll(byCategory);
    return both;
  }

  /**
   * The latest successor of an item that is on sale.
   *
   * @return null if it has none: then the item stands for itself
   */
  @Nullable Integer successor(int item, ItemTable items) {
    Integer latest = null;
    Integer next = successors.get(item);
    for (int steps = 0; next != null && steps < successors.size(); steps++) {
      if (items.entry(next).active()) {
        latest = next;
      }
      next = successors.get(next);
    }
    return latest;
  }
}
