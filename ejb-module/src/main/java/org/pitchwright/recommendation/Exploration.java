package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Recommendation.Reason;

/**
 * Gives some places of a list to items that come next, at random, and says how probable that was.
 *
 * <p>Of the L places that no rule has pinned each is explored with probability ε, independently of
 * the others; of the K places that are, each gets an item of the pool of N, drawn uniformly without
 * replacement.
 *
 * <p><b>Propensities.</b> Let N ≥ L. A place is explored with probability ε whatever happens
 * elsewhere, so its greedy item is there with probability 1 − ε. Given which places are explored,
 * the items drawn for them are, in their order, the beginning of a random permutation of the pool.
 * Each position of a random permutation holds each of the N items with probability 1/N, so a given
 * item stands at a given explored place with probability 1/N, and at a given place with ε/N. No
 * greedy item is in the pool, so no item has two ways to a place.
 *
 * <p>Where N < L, more places may be explored than there are items. Then only N of these places,
 * drawn uniformly, get one, and the others keep their own. By symmetry each of the L places is
 * given away with the same probability e = E[min(K, N)] / L, where K is binomial with L and ε; e
 * takes the place of ε above. Both are the same where N ≥ L, as E[K] = L·ε.
 */
final class Exploration {
  private final Supplier<RandomGenerator> randomness;

  /**
   * Explores.
   *
   * @param randomness gives the generator that the calling thread may use
   */
  Exploration(Supplier<RandomGenerator> randomness) {
    this.randomness = randomness;
  }

  /**
   * A list as it is shown.
   *
   * @param share ε, 0 to 1
   * @param language in which the reason is said
   */
  List<RankedItem> draw(ListPlan plan, double share, @Nullable String language) {
    double given = given(plan, share);
    if (given == 0) {
      return plan.greedy();
    }
    int pool = plan.pool().size();
    RandomGenerator random = randomness.get();
    BitSet explored = explored(plan, share, random);
    Reason reason = Reasons.exploration(language);
    List<ItemId> waiting = new ArrayList<>(plan.pool());
    List<RankedItem> shown = new ArrayList<>(plan.greedy().size());
    for (RankedItem item : plan.greedy()) {
      int place = shown.size();
      if (!explored.get(place)) {
        shown.add(plan.isOpen(place) ? at(item, item.itemId(), 1 - given, item.reason()) : item);
      } else {
        shown.add(at(item, drawn(waiting, random), given / pool, reason));
      }
    }
    return shown;
  }

  /** An item at the place of another, with the score that orders the list there. */
  private static RankedItem at(RankedItem place, ItemId item, double propensity, Reason reason) {
    Double probability = item.equals(place.itemId()) ? place.purchaseProbability() : null;
    return new RankedItem(item, place.rank(), place.score(), probability, propensity, reason);
  }

  /** Takes one of those that wait, each with the same probability. */
  private static ItemId drawn(List<ItemId> waiting, RandomGenerator random) {
    int index = random.nextInt(waiting.size());
    ItemId drawn = waiting.get(index);
    int last = waiting.size() - 1;
    waiting.set(index, waiting.get(last));
    waiting.remove(last);
    return drawn;
  }

  /** The places that are explored, at most as many as there are items for them. */
  private static BitSet explored(ListPlan plan, double share, RandomGenerator random) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < plan.greedy().size(); place++) {
      if (plan.isOpen(place) && random.nextDouble() < share) {
        places.add(place);
      }
    }
    while (places.size() > plan.pool().size()) {
      places.remove(random.nextInt(places.size()));
    }
    BitSet explored = new BitSet();
    places.forEach(explored::set);
    return explored;
  }

  /** The probability with which an open place of a list is given away. */
  static double given(ListPlan plan, double share) {
    if (share == 0 || plan.pool().isEmpty()) {
      return 0;
    }
    int open = plan.openPlaces();
    return open == 0 ? 0 : given(open, share, plan.pool().size());
  }

  /**
   * The probability with which an open place is given away: E[min(K, pool)] / open.
   *
   * @param open places, at least 1
   * @param share the probability with which each is explored, below 1
   */
  static double given(int open, double share, int pool) {
    if (pool >= open) {
      return share;
    }
    double probability = Math.pow(1 - share, open); // P(K = 0), then one after the other.
    double expected = 0;
    for (int explored = 1; explored <= open; explored++) {
      probability *= share / (1 - share) * (open - explored + 1) / explored;
      expected += probability * Math.min(explored, pool);
    }
    return expected / open;
  }
}
