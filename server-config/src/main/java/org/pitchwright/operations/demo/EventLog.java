package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pitchwright.operations.demo.LogLine.Column;
import org.pitchwright.operations.demo.Shopper.Behavior;

/** Writes down what all customers did, and lets dirt in. */
final class EventLog {
  private final Assortment assortment;
  private final HalfYear halfYear;
  private final long seed;

  EventLog(Assortment assortment, HalfYear halfYear, long seed) {
    this.assortment = assortment;
    this.halfYear = halfYear;
    this.seed = seed;
  }

  /**
   * Exactly so many lines, in the order in which they were received.
   *
   * @throws IllegalStateException if the customers did too little to fill the log
   */
  List<LogLine> lines(List<Shopper> shoppers, int count) {
    Dice dice = Dice.of(seed, "log", 0);
    int clean = count - Dirt.total();
    List<ShopEvent> events = thinned(behavior(shoppers), clean, dice);
    List<Shopper> bots = shoppers.stream().filter(s -> s.kind() == Behavior.BOT).toList();
    events.addAll(new BotTraffic(assortment.products(), halfYear, dice).events(bots));
    List<LogLine> lines = numbered(events);
    Set<String> botIds = bots.stream().map(Shopper::id).collect(Collectors.toSet());
    List<LogLine> honest =
        lines.stream().filter(line -> !botIds.contains(line.get(Column.CUSTOMER_ID))).toList();
    lines.addAll(new DirtMixer(honest, halfYear, dice).lines());
    lines.sort(Comparator.comparing(LogLine::receivedAt, OffsetDateTime.timeLineOrder()));
    return lines;
  }

  private List<ShopEvent> behavior(List<Shopper> shoppers) {
    Companions companions = new Companions(assortment, seed);
    List<ShopEvent> events = new ArrayList<>();
    for (int i = 0; i < shoppers.size(); i++) {
      Shopper shopper = shoppers.get(i);
      if (shopper.kind() == Behavior.SHOPPING) {
        Dice dice = Dice.of(seed, "journey", i);
        Wishes wishes = new Wishes(shopper, assortment, companions, halfYear, dice);
        events.addAll(new Journey(shopper, halfYear, wishes, dice).events());
      }
    }
    return events;
  }

  /** Impressions that were never reported make the log exactly as long as wanted. */
  private static List<ShopEvent> thinned(List<ShopEvent> events, int wanted, Dice dice) {
    List<Integer> impressions = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).type() == EventType.IMPRESSION) {
        impressions.add(i);
      }
    }
    int surplus = events.size() - wanted;
    if (surplus < 0 || surplus > impressions.size()) {
      throw new IllegalStateException(
          "The customers caused "
              + events.size()
              + " events, "
              + wanted
              + " are wanted, and only "
              + impressions.size()
              + " impressions can be left out");
    }
    Collections.shuffle(impressions, dice.random());
    boolean[] lost = new boolean[events.size()];
    impressions.subList(0, surplus).forEach(index -> lost[index] = true);
    List<ShopEvent> kept = new ArrayList<>();
    for (int i = 0; i < lost.length; i++) {
      if (!lost[i]) {
        kept.add(events.get(i));
      }
    }
    return kept;
  }

  private static List<LogLine> numbered(List<ShopEvent> events) {
    events.sort(Comparator.comparing(ShopEvent::at, OffsetDateTime.timeLineOrder()));
    List<LogLine> lines = new ArrayList<>();
    for (ShopEvent event : events) {
      String id = "e-" + Digits.padded(lines.size() + 1, 6);
      lines.add(LineWriter.line(id, event));
    }
    return lines;
  }
}
