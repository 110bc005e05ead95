package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/**
 * What serving remembers of a customer: the past as of a snapshot of the database, and the ranking
 * that was last made from it. Immutable but for the ranking, which can be made again at any time.
 */
final class CustomerState {
  /** The latest interactions that are kept to rank by; older ones only count as seen. */
  private static final int KEPT = 400;

  /** Oldest first. */
  static final Comparator<Interaction> BY_TIME =
      Comparator.comparingLong(Interaction::at).thenComparingLong(Interaction::eventRow);

  private final long generation;
  private final String since;
  private final Set<Long> overlap;
  private final List<Interaction> interactions;
  private final Set<Integer> seen;
  private final Map<Integer, Long> purchases;
  private volatile @Nullable Ranking ranking;

  private CustomerState(
      long generation,
      String since,
      Set<Long> overlap,
      List<Interaction> interactions,
      Set<Integer> seen,
      Map<Integer, Long> purchases) {
    this.generation = generation;
    this.since = since;
    this.overlap = overlap;
    this.interactions = interactions;
    this.seen = seen;
    this.purchases = purchases;
  }

  /** A customer of whom nothing has been read yet. */
  static CustomerState unread(long generation) {
    return new CustomerState(generation, "0", Set.of(), List.of(), Set.of(), Map.of());
  }

  /** Tells a customer who was erased and came back from the one before. */
  long generation() {
    return generation;
  }

  /** The oldest transaction whose events may not have been read yet. */
  String since() {
    return since;
  }

  /** Interactions that say something, oldest first. */
  List<Interaction> interactions() {
    return interactions;
  }

  boolean hasSeen(int item) {
    return seen.contains(item);
  }

  boolean hasPurchased(int item) {
    return purchases.containsKey(item);
  }

  /** The items that were bought, with the time of the last purchase, milliseconds since 1970. */
  Map<Integer, Long> purchases() {
    return purchases;
  }

  /** About how many bytes the state takes. */
  int weight() {
    Ranking current = ranking;
    return 200
        + 48 * (interactions.size() + seen.size() + overlap.size())
        + 72 * purchases.size()
        + (current == null ? 0 : 8 * current.size());
  }

  /** The ranking for a model and a catalogue, if it was made from this very state. */
  @Nullable Ranking ranking(int modelVersion, int minimum) {
    Ranking current = ranking;
    return current != null && current.serves(modelVersion, minimum) ? current : null;
  }

  void remember(Ranking made) {
    ranking = made;
  }

  /**
   * The state after events were read.
   *
   * @param read every event that was written by {@link #since()} or later, even if it was given
   *     before
   * @param snapshot what {@link #since()} is from now on
   */
  CustomerState after(List<Interaction> read, String snapshot) {
    List<Interaction> fresh =
        read.stream().filter(event -> !overlap.contains(event.eventRow())).toList();
    if (fresh.isEmpty()) {
      CustomerState same =
          new CustomerState(generation, snapshot, overlapOf(read), interactions, seen, purchases);
      same.ranking = ranking;
      return same;
    }
    Set<Integer> nowSeen = new HashSet<>(seen);
    Map<Integer, Long> nowPurchased = new HashMap<>(purchases);
    List<Interaction> all = new ArrayList<>(interactions);
    for (Interaction event : fresh) {
      nowSeen.add(event.item());
      if (event.type() == EventType.PURCHASE) {
        nowPurchased.merge(event.item(), event.at(), Math::max);
      }
      if (event.weight() != 0) {
        all.add(event);
      }
    }
    all.sort(BY_TIME);
    List<Interaction> kept = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    return new CustomerState(generation, snapshot, overlapOf(read), kept, nowSeen, nowPurchased);
  }

  private static Set<Long> overlapOf(List<Interaction> read) {
    Set<Long> rows = new HashSet<>();
    for (Interaction event : read) {
      if (event.recent()) {
        rows.add(event.eventRow());
      }
    }
    return rows;
  }
}
