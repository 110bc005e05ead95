package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One list, put together from what may be shown: pinned items at their positions, the others in
 * between as far as their categories have room. Scores never rise from one item to the next, so
 * that they order the list whatever a rule did to it.
 */
final class RuledChoice {
  private final RuleSet rules;
  private final ItemTable items;
  private final Candidates candidates;
  private final CandidateOrder order;
  private final CategoryCaps.Count count;
  private final int limit;
  private final int length;
  private final List<Candidate> chosen;
  private final TreeMap<Integer, Integer> waiting;
  private final Set<Integer> pinned;

  RuledChoice(
      RuleSet rules,
      PendingRequest pending,
      ItemTable items,
      Candidates candidates,
      ItemSimilarity similarity) {
    this.rules = rules;
    this.items = items;
    this.candidates = candidates;
    limit = pending.request().limit();
    length = limit + rules.policy().poolSize();
    chosen = new ArrayList<>(length);
    count = rules.caps().count();
    waiting = pins();
    pinned = new HashSet<>(waiting.values());
    // Pinned items have their places in any case, and leave the less room to others.
    pinned.forEach(item -> count.add(items.entry(item).category()));
    order =
        rules.policy().reorders()
            ? ShapedOrder.of(rules.policy(), pending.basis(), candidates, similarity, pinned)
            : candidates;
  }

  /** The list, and behind it what comes next, as far as the policy may try it. */
  List<Candidate> choose() {
    Candidate next = next();
    while (chosen.size() < length && (next != null || !waiting.isEmpty())) {
      if (next == null || waiting.containsKey(chosen.size() + 1)) {
        pinFirst(next);
      } else {
        chosen.add(next.withScore(Math.min(next.score(), lowest(next))));
        next = next();
      }
    }
    return chosen;
  }

  /** The next item that is not pinned and has room. */
  private @Nullable Candidate next() {
    Candidate next = order.next(this::hasRoom);
    if (next != null) {
      count.add(items.entry(next.item()).category());
    }
    return next;
  }

  private boolean hasRoom(Candidate candidate) {
    return !pinned.contains(candidate.item())
        && count.hasRoom(items.entry(candidate.item()).category());
  }

  private void pinFirst(@Nullable Candidate next) {
    chosen.add(Candidate.pinned(waiting.pollFirstEntry().getValue(), lowest(next)));
  }

  private double lowest(@Nullable Candidate next) {
    if (!chosen.isEmpty()) {
      return chosen.get(chosen.size() - 1).score();
    }
    return next == null ? 0 : next.score();
  }

  /**
   * Items by their positions. Of two at one position the one with precedence has it; the other gets
   * the next that nobody wants. An item that may not appear, or whose position lies beyond the
   * list, is not pinned.
   */
  private TreeMap<Integer, Integer> pins() {
    TreeMap<Integer, Integer> placed = new TreeMap<>();
    List<RuleSet.Pin> late = new ArrayList<>();
    for (RuleSet.Pin pin : rules.pins()) {
      int item = item(pin, placed);
      if (item >= 0 && placed.putIfAbsent(pin.position(), item) != null) {
        late.add(pin);
      }
    }
    for (RuleSet.Pin pin : late) {
      int position = pin.position();
      while (placed.containsKey(position)) {
        position++;
      }
      int item = item(pin, placed);
      if (item >= 0 && position <= limit) {
        placed.put(position, item);
      }
    }
    return placed;
  }

  /** The number of a pinned item; −1 if it cannot be placed. */
  private int item(RuleSet.Pin pin, TreeMap<Integer, Integer> placed) {
    OptionalInt item = items.find(pin.itemId());
    return item.isPresent()
            && pin.position() <= limit
            && !placed.containsValue(item.getAsInt())
            && candidates.mayAppear(item.getAsInt())
        ? item.getAsInt()
        : -1;
  }
}
