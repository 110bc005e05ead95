package org.pitchwright.operations.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one customer does without a longer pause: a clock that runs, and the events so far. */
final class Session {
  private final @Nullable String customerId;
  private final String id;
  private final String source;
  private final Dice dice;
  private final List<ShopEvent> events = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private OffsetDateTime clock;

  Session(Shopper shopper, OffsetDateTime start, boolean signedIn, Dice dice) {
    this.customerId = signedIn ? shopper.id() : null;
    this.id = "s-" + Long.toHexString(dice.bits());
    this.source =
        shopper.market() == Market.ZH
            ? List.of("app", "mini-program", "web").get(dice.weighted(0.5, 0.3, 0.2))
            : List.of("web", "app", "email").get(dice.weighted(0.55, 0.33, 0.12));
    this.clock = start;
    this.dice = dice;
  }

  /** Whether the customer opens this product for the first time in the session. */
  boolean opens(Product product) {
    return seen.add(product.id());
  }

  void search(String query) {
    pause(2, 8);
    add(EventType.SEARCH, null, null, null, null, Map.of("query", query));
  }

  void impression(Product product, String placement, int position) {
    clock = clock.plusNanos(dice.between(1, 40) * 1_000_000L);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("placement", placement);
    attributes.put("position", position);
    add(EventType.IMPRESSION, product, null, null, null, attributes);
  }

  void dismiss(Product product) {
    pause(1, 4);
    add(EventType.DISMISS, product, null, null, null, Map.of());
  }

  /** Looks at a product, for about so many seconds. */
  void view(Product product, double seconds) {
    pause(2, 12);
    long duration = 800 + (long) (1000 * dice.logNormal(seconds, 0.7));
    add(EventType.VIEW, product, null, null, duration, Map.of());
    clock = clock.plus(Duration.ofMillis(duration));
  }

  void click(Product product) {
    pause(1, 5);
    add(EventType.CLICK, product, null, null, null, Map.of());
  }

  void cart(Product product, int quantity) {
    pause(2, 15);
    add(EventType.CART, product, null, quantity, null, Map.of());
  }

  void purchase(Product product, int quantity) {
    pause(20, 160);
    add(EventType.PURCHASE, product, null, quantity, null, Map.of());
  }

  void rate(Product product, int stars) {
    pause(5, 40);
    add(EventType.RATING, product, stars, null, null, Map.of());
  }

  LocalDate today() {
    return clock.toLocalDate();
  }

  OffsetDateTime clock() {
    return clock;
  }

  List<ShopEvent> events() {
    return events;
  }

  private void pause(int fromSeconds, int toSeconds) {
    clock = clock.plus(Duration.ofMillis(dice.between(fromSeconds * 1000, toSeconds * 1000)));
  }

  private void add(
      EventType type,
      @Nullable Product item,
      @Nullable Integer rating,
      @Nullable Integer quantity,
      @Nullable Long durationMs,
      Map<String, Object> attributes) {
    events.add(
        new ShopEvent(
            type, customerId, item, clock, rating, quantity, durationMs, id, source, attributes));
  }
}
