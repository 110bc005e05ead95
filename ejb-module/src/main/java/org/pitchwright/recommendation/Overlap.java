package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pitchwright.problem.ProblemException;

/** How much of what two versions recommend to the same customers is the same. */
final class Overlap {
  private final ItemTable items;

  Overlap(ItemTable items) {
    this.items = items;
  }

  /**
   * The share of items that both lists of a customer have, business rules aside.
   *
   * @param customers whose pasts were read; those of whom nothing may be known are left out, as all
   *     versions give them what is popular
   * @return 0 to 1 for each customer who is left
   * @throws ProblemException if a version was given back meanwhile
   */
  List<Double> of(List<PendingRequest> customers, ServingModel first, ServingModel second) {
    List<PendingRequest> known =
        customers.stream().filter(pending -> !pending.basis().isEmpty()).toList();
    List<Set<Integer>> one = lists(known, first);
    List<Set<Integer>> other = lists(known, second);
    List<Double> shares = new ArrayList<>(known.size());
    for (int place = 0; place < known.size(); place++) {
      long same = one.get(place).stream().filter(other.get(place)::contains).count();
      shares.add((double) same / known.get(place).request().limit());
    }
    return shares;
  }

  private List<Set<Integer>> lists(List<PendingRequest> customers, ServingModel model) {
    List<History> histories =
        customers.stream()
            .map(pending -> model.history(model.understood(pending.basis())))
            .toList();
    List<Ranking> rankings = model.rank(histories, Candidates.MOVED);
    if (rankings == null) {
      throw Trial.givenBack(model);
    }
    ItemSimilarity similarity = new ItemSimilarity(items, model);
    List<Set<Integer>> lists = new ArrayList<>(customers.size());
    for (int place = 0; place < customers.size(); place++) {
      lists.add(
          RuleSet.NONE.choose(customers.get(place), rankings.get(place), items, similarity).stream()
              .map(Candidate::item)
              .collect(Collectors.toSet()));
    }
    return lists;
  }
}
