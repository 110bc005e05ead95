package org.pitchwright.recommendation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.rules.RuleStrength;

/**
 * Mixes a list, one item at a time: the next is the one of the best {@value #SHAPED} that may be
 * shown with the greatest
 *
 * <p>score − λ·(its greatest similarity to an item of the list) + μ·(what the balance of categories
 * gains by it)
 *
 * <p>The first two are maximal marginal relevance (Carbonell and Goldstein 1998), the third is
 * calibration by the greedy step of Steck (2018), of which {@link CategoryBalance} tells. All three
 * are in standard deviations of the scores of these items. There scores fall off about
 * exponentially, and a loss of k deviations makes a place e^k times worse. λ and μ are the policy's
 * numbers times the deviations of the strongest rule: at diversity 1 an item just like one of the
 * list loses as much as if a rule lowered it strongly, so that its place is twenty times worse; at
 * 0.5 four to five times, at 0.25 about twice. An item unlike every other wins nothing by being an
 * opposite. At calibration 1 a category that has its share gains three deviations less than one
 * that lacks as much as it has.
 *
 * <p>Each step costs one comparison for each item that waits, and the greatest similarity of each
 * is kept from step to step, so that a list costs SHAPED similarities for each of its items. Items
 * beyond the first {@value #SHAPED} come behind these, in their own order.
 */
final class ShapedOrder implements CandidateOrder {
  static final int SHAPED = 200;
  private static final double FULL = RuleStrength.STRONGLY.deviations();

  private final double diversity;
  private final double calibration;
  private final Candidates rest;
  private final ItemSimilarity similarity;
  private final CategoryBalance balance;
  private final Candidate[] first;
  private final boolean[] gone;
  private final double[] standing;
  private final double[] closest;

  private ShapedOrder(
      ListPolicy policy,
      Candidates candidates,
      ItemSimilarity similarity,
      CategoryBalance balance) {
    this.rest = candidates;
    this.similarity = similarity;
    this.balance = balance;
    diversity = FULL * policy.diversity();
    calibration = balance.isIndifferent() ? 0 : FULL * policy.calibration();
    first = candidates.first(SHAPED).toArray(Candidate[]::new);
    gone = new boolean[first.length];
    closest = new double[first.length];
    double deviation = Candidates.deviation(Arrays.asList(first));
    standing = Arrays.stream(first).mapToDouble(one -> one.score() / deviation).toArray();
  }

  /**
   * The order for a list that has some items already.
   *
   * @param past what the customer did
   * @param pinned numbers of items that are on the list in any case
   */
  static ShapedOrder of(
      ListPolicy policy,
      List<Interaction> past,
      Candidates candidates,
      ItemSimilarity similarity,
      Collection<Integer> pinned) {
    CategoryBalance balance = CategoryBalance.of(past, similarity.items());
    ShapedOrder order = new ShapedOrder(policy, candidates, similarity, balance);
    pinned.forEach(order::add);
    return order;
  }

  @Override
  public @Nullable Candidate next(Predicate<Candidate> fits) {
    int best = best();
    while (best >= 0) {
      gone[best] = true;
      if (fits.test(first[best])) {
        add(first[best].item());
        return first[best];
      }
      best = best();
    }
    return rest.next(fits);
  }

  /** The place of the best item that waits; of several the one that scores most. −1 without any. */
  private int best() {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < first.length; i++) {
      if (!gone[i]) {
        double worth = worth(i);
        if (worth > most) {
          most = worth;
          best = i;
        }
      }
    }
    return best;
  }

  private double worth(int place) {
    double balanced = calibration == 0 ? 0 : calibration * balance.gain(category(place));
    return standing[place] - diversity * closest[place] + balanced;
  }

  private String category(int place) {
    return similarity.items().entry(first[place].item()).category();
  }

  private void add(int item) {
    balance.add(similarity.items().entry(item).category());
    for (int i = 0; i < first.length && diversity > 0; i++) {
      if (!gone[i]) {
        closest[i] = Math.max(closest[i], similarity.of(first[i].item(), item));
      }
    }
  }
}
