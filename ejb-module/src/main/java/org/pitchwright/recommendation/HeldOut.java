package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer's past but for what came since they first met the item that they turned to last: a
 * list made from it should find that item.
 *
 * @param past before the customer met it
 * @param target number of the item
 */
record HeldOut(CustomerState past, int target) {
  /**
   * Holds the latest item back of which an event speaks well.
   *
   * @param events all of a customer, in any order
   * @param generation of the customer
   * @return empty where nothing is left that speaks for anything, or the item is not on offer
   */
  static Optional<HeldOut> of(List<Interaction> events, long generation, ItemTable items) {
    List<Interaction> inOrder = events.stream().sorted(CustomerState.BY_TIME).toList();
    Map<Integer, Integer> met = new HashMap<>();
    int latest = -1;
    for (int i = 0; i < inOrder.size(); i++) {
      Interaction event = inOrder.get(i);
      met.putIfAbsent(event.item(), i);
      if (event.weight() > 0 && items.entry(event.item()).active()) {
        latest = Math.max(latest, met.getOrDefault(event.item(), i));
      }
    }
    List<Interaction> before = latest < 0 ? List.of() : inOrder.subList(0, latest);
    if (before.stream().noneMatch(event -> event.weight() > 0)) {
      return Optional.empty();
    }
    CustomerState past = CustomerState.unread(generation).after(before, "0");
    return Optional.of(new HeldOut(past, inOrder.get(latest).item()));
  }
}
