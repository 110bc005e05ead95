package org.pitchwright.operations.demo;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that read the shop page by page, hundreds of pages in a minute. */
final class BotTraffic {
  private final List<Product> products;
  private final HalfYear halfYear;
  private final Dice dice;

  BotTraffic(List<Product> products, HalfYear halfYear, Dice dice) {
    this.products = products;
    this.halfYear = halfYear;
    this.dice = dice;
  }

  /** The views of all bots, as many together as {@link Dirt#BOT} says. */
  List<ShopEvent> events(List<Shopper> bots) {
    List<ShopEvent> events = new ArrayList<>();
    for (int i = 0; i < bots.size(); i++) {
      int share = Dirt.BOT.lines() * (i + 1) / bots.size() - events.size();
      events.addAll(burst(bots.get(i), share));
    }
    return events;
  }

  private List<ShopEvent> burst(Shopper bot, int views) {
    List<ShopEvent> events = new ArrayList<>();
    String session = "s-" + Long.toHexString(dice.bits());
    OffsetDateTime clock =
        halfYear
            .end()
            .minusMinutes(dice.between(24 * 60, 60 * 24 * 60))
            .atZoneSameInstant(bot.zone())
            .toOffsetDateTime();
    int first = dice.between(0, products.size() - 1);
    for (int i = 0; i < views; i++) {
      clock = clock.plus(Duration.ofMillis(dice.between(90, 260)));
      Product product = products.get((first + i) % products.size());
      events.add(
          new ShopEvent(
              EventType.VIEW,
              bot.id(),
              product,
              clock,
              null,
              null,
              (long) dice.between(20, 80),
              session,
              "web",
              Map.of()));
    }
    return events;
  }
}
