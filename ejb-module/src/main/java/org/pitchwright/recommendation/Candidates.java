package org.pitchwright.recommendation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of a ranking that may be shown, best first after relations and rules have moved some. A
 * successor takes the place of the item that it replaces, if that is better than its own.
 *
 * <p>Rules move items among the first {@value #MOVED} that may be shown. One that stands beyond
 * them keeps its place behind them, however strong the rule: it hardly fits this customer, and to
 * score and sort the whole catalogue for each list would cost more than everything else together. A
 * strong rule makes a place about twenty times better, so that for the usual list of ten it hardly
 * reaches beyond the first 200 anyway; who wants an item to be shown in any case pins it.
 */
final class Candidates implements CandidateOrder {
  static final int MOVED = 500;

  private final RuleSet rules;
  private final PendingRequest pending;
  private final Ranking ranking;
  private final ItemTable items;
  private final GraphEffect effect;
  private final BitSet given = new BitSet();
  private final Deque<Candidate> moved = new ArrayDeque<>();
  private int place;

  Candidates(RuleSet rules, PendingRequest pending, Ranking ranking, ItemTable items) {
    this.rules = rules;
    this.pending = pending;
    this.ranking = ranking;
    this.items = items;
    effect = pending.effect(items);
    if (rules.moves() || effect.moves()) {
      move();
    }
  }

  /** The next item; null after the last. */
  @Nullable Candidate next() {
    return moved.isEmpty() ? nextRanked() : moved.poll();
  }

  @Override
  public @Nullable Candidate next(Predicate<Candidate> fits) {
    Candidate next = next();
    while (next != null && !fits.test(next)) {
      next = next();
    }
    return next;
  }

  /** The next items, at most so many. */
  List<Candidate> first(int limit) {
    List<Candidate> first = new ArrayList<>(Math.min(limit, ranking.size()));
    Candidate next = next();
    while (next != null) {
      first.add(next);
      next = first.size() < limit ? next() : null;
    }
    return first;
  }

  /** Whether the request, the relations and the rules let an item be shown at all. */
  boolean mayAppear(int item) {
    ItemTable.Entry entry = items.entry(item);
    return !pending.keepsAway(item, entry) && !effect.keepsAway(item) && !rules.excludes(entry);
  }

  private @Nullable Candidate nextRanked() {
    while (place < ranking.size()) {
      int here = place++;
      Candidate next = standing(ranking.items()[here], here);
      if (next != null && mayAppear(next.item()) && !given.get(next.item())) {
        given.set(next.item());
        return next;
      }
    }
    return null;
  }

  /** Who stands at a place of the ranking: the item itself or its successor; null for nobody. */
  private @Nullable Candidate standing(int item, int here) {
    Candidate itself = new Candidate(item, here, ranking.scores()[here]);
    Integer successor = effect.successor(item);
    if (successor == null) {
      return itself;
    }
    return pending.refuses(item) || rules.excludes(items.entry(item))
        ? null
        : new Candidate(
            successor,
            here,
            itself.score(),
            new GraphEffect.Bond(ReasonKind.SUCCESSOR, item, null));
  }

  private void move() {
    List<Candidate> first = first(MOVED);
    double deviation = deviation(first);
    first.replaceAll(candidate -> moved(candidate, deviation));
    // The sort is stable: items that score the same stay in the model's order.
    first.sort(Comparator.comparingDouble(Candidate::score).reversed());
    keepWhatDecides(first, deviation);
    moved.addAll(first);
  }

  private Candidate moved(Candidate candidate, double deviation) {
    double shift = rules.shift(items.entry(candidate.item()));
    GraphEffect.Bond bond = effect.bond(candidate.item());
    return candidate
        .withBond(candidate.bond() == null ? bond : candidate.bond())
        .withScore(
            candidate.score() + deviation * (shift + (bond == null ? 0 : bond.deviations())));
  }

  /** Forgets the bonds of items that would be among the first without them too. */
  private void keepWhatDecides(List<Candidate> sorted, double deviation) {
    int limit = pending.request().limit();
    double next = limit < sorted.size() ? sorted.get(limit).score() : Double.NEGATIVE_INFINITY;
    sorted.replaceAll(
        candidate -> {
          GraphEffect.Bond bond = candidate.bond();
          return bond == null
                  || bond.reason() == ReasonKind.SUCCESSOR
                  || candidate.score() - deviation * bond.deviations() < next
              ? candidate
              : candidate.withBond(null);
        });
  }

  /** The standard deviation of the scores; 1 where all are the same, so that rules still count. */
  static double deviation(List<Candidate> candidates) {
    double mean = candidates.stream().mapToDouble(Candidate::score).average().orElse(0);
    double variance =
        candidates.stream()
            .mapToDouble(candidate -> Math.pow(candidate.score() - mean, 2))
            .average()
            .orElse(0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  }
}
