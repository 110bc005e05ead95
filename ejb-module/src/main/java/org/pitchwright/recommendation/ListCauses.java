package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why each item of a list is there: the few past items without which the model, asked again, would
 * not put it there.
 */
final class ListCauses {
  /** How many items that come next in the ranking are looked at to take a place on the list. */
  private static final int RUNNERS_UP = 200;

  private final PendingRequest pending;
  private final Ranking ranking;
  private final RuleSet rules;
  private final ItemTable items;

  ListCauses(PendingRequest pending, Ranking ranking, RuleSet rules, ItemTable items) {
    this.pending = pending;
    this.ranking = ranking;
    this.rules = rules;
    this.items = items;
  }

  /**
   * The causes of each item on a list, the strongest first, at most three.
   *
   * @param list numbers of the items on the list
   * @return in the order of the list; empty where nothing in the past speaks for anything
   */
  List<List<Interaction>> of(int[] list, ServingModel model) {
    List<Interaction> past = model.understood(pending.basis());
    BitSet barred = new BitSet();
    BitSet keptAway = new BitSet();
    for (Interaction interaction : past) {
      int number = interaction.item();
      barred.set(number, isBarred(number));
      keptAway.set(number, pending.hasHad(number));
    }
    ServingModel.AskedList asked =
        new ServingModel.AskedList(
            list, runnersUp(list), barred, keptAway, pending.request().limit());
    List<List<Interaction>> causes = new ArrayList<>(list.length);
    for (List<Integer> named : model.causes(past, asked)) {
      causes.add(named.stream().map(number -> latest(number, past)).toList());
    }
    return causes;
  }

  private int[] runnersUp(int[] list) {
    BitSet onList = new BitSet();
    IntStream.of(list).forEach(onList::set);
    return IntStream.of(ranking.items())
        .filter(number -> !onList.get(number) && !isBarred(number) && !pending.hasHad(number))
        .limit(RUNNERS_UP)
        .toArray();
  }

  /**
   * Whether the request, a relation or a business rule keeps an item away whatever the customer
   * did.
   */
  private boolean isBarred(int number) {
    ItemTable.Entry entry = items.entry(number);
    return pending.bars(number, entry)
        || pending.effect(items).keepsAway(number)
        || rules.excludes(entry);
  }

  private static Interaction latest(int number, List<Interaction> past) {
    for (int place = past.size() - 1; place >= 0; place--) {
      Interaction interaction = past.get(place);
      if (interaction.item() == number && interaction.weight() > 0) {
        return interaction;
      }
    }
    throw new IllegalStateException("Item " + number + " is named as a cause but is not past");
  }
}
