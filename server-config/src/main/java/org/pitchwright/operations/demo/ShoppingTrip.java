package org.pitchwright.operations.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on one visit: the customer searches, looks around, compares, looks closely, and
 * perhaps puts something into the cart and buys it.
 */
final class ShoppingTrip {
  private static final double SHARE_SEARCHING = 0.22;
  private static final double SHARE_BROWSING = 0.28;
  private static final double SHARE_BY_CHANCE = 0.08;
  private static final double DISLIKED = -0.5;

  private final Session session;
  private final Taste taste;
  private final Wishes wishes;
  private final boolean signedIn;
  private final boolean determined;
  private final Dice dice;

  /**
   * A trip that has not begun.
   *
   * @param signedIn only who is signed in can buy
   * @param determined whether the customer came for something, and buys more readily
   */
  ShoppingTrip(
      Session session,
      Taste taste,
      Wishes wishes,
      boolean signedIn,
      boolean determined,
      Dice dice) {
    this.session = session;
    this.taste = taste;
    this.wishes = wishes;
    this.signedIn = signedIn;
    this.determined = determined;
    this.dice = dice;
  }

  /** How far a customer got with a product. */
  enum Outcome {
    LOOKED,
    CLICKED,
    CARTED,
    BOUGHT
  }

  /** What happens before the customer has found what the visit is about. */
  void browse(Product target) {
    if (dice.chance(SHARE_SEARCHING)) {
      session.search(dice.pick(target.kind().texts(target.market()).queries()));
      showResults(target, "search");
    } else if (dice.chance(SHARE_BROWSING)) {
      showResults(target, "home");
    }
    session.opens(target);
    int compared = dice.weighted(0.55, 0.32, 0.13);
    for (int i = 0; i < compared; i++) {
      glance(wishes.alternative(target, session.today()), 11, 0.2);
    }
    if (dice.chance(SHARE_BY_CHANCE)) {
      glance(wishes.chance(), 6, 0.08);
    }
  }

  /** Looks closely, and goes on for as long as it pleases. */
  Outcome decide(Product product) {
    session.view(product, determined ? 48 : 38);
    if (!dice.chance(determined ? 0.85 : 0.72)) {
      return Outcome.LOOKED;
    }
    session.click(product);
    if (!signedIn || !dice.chance(determined ? 0.62 : 0.48)) {
      return Outcome.CLICKED;
    }
    int quantity = product.kind().durable() ? 1 : 1 + dice.weighted(0.82, 0.13, 0.05);
    session.cart(product, quantity);
    if (!dice.chance(determined ? 0.75 : 0.6)) {
      return Outcome.CARTED;
    }
    session.purchase(product, quantity);
    return Outcome.BOUGHT;
  }

  private void glance(@Nullable Product product, double seconds, double interest) {
    if (product != null && product.availableOn(session.today()) && session.opens(product)) {
      session.view(product, seconds);
      if (dice.chance(interest)) {
        session.click(product);
      }
    }
  }

  /** A list in which the target is found, and sometimes something that is waved away. */
  private void showResults(Product target, String placement) {
    int length = dice.between(2, 4);
    int place = dice.between(1, length);
    List<String> shown = new ArrayList<>(List.of(target.id()));
    for (int position = 1; position <= length; position++) {
      Product product = position == place ? target : other(target, shown);
      if (product != null) {
        session.impression(product, placement, position);
        dismissPerhaps(product, target);
      }
    }
  }

  private @Nullable Product other(Product target, List<String> shown) {
    Product other = wishes.alternative(target, session.today());
    if (other == null || shown.contains(other.id())) {
      return null;
    }
    shown.add(other.id());
    return other;
  }

  private void dismissPerhaps(Product product, Product target) {
    if (!product.id().equals(target.id())
        && dice.chance(taste.liking(product) < DISLIKED ? 0.3 : 0.01)
        && session.opens(product)) {
      session.dismiss(product);
    }
  }
}
