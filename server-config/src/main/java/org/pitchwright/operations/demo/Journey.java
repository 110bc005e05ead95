package org.pitchwright.operations.demo;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.demo.ShoppingTrip.Outcome;
import org.pitchwright.operations.demo.Visit.Intent;

/** The half year of one customer: visits that come by themselves, and visits that follow. */
final class Journey {
  private static final double SHARE_ANONYMOUS = 0.03;
  private static final double SHARE_RATED = 0.35;
  private static final double SHARE_REPLENISHED = 0.75;
  private static final double SHARE_NEXT_VOLUME = 0.8;
  private static final double SHARE_AT_ONCE = 0.45;
  private static final int REST_MINUTES = 60;

  private final Shopper shopper;
  private final HalfYear halfYear;
  private final Wishes wishes;
  private final Dice dice;
  private final PriorityQueue<Visit> agenda =
      new PriorityQueue<>(Comparator.comparing(Visit::at, OffsetDateTime.timeLineOrder()));
  private final List<ShopEvent> events = new ArrayList<>();

  Journey(Shopper shopper, HalfYear halfYear, Wishes wishes, Dice dice) {
    this.shopper = shopper;
    this.halfYear = halfYear;
    this.wishes = wishes;
    this.dice = dice;
  }

  /** Everything the customer did, in order of time. */
  List<ShopEvent> events() {
    OffsetDateTime rested =
        shopper.registeredAt().isAfter(halfYear.start())
            ? shopper.registeredAt()
            : halfYear.start();
    planExploring(rested);
    while (!agenda.isEmpty()) {
      Visit visit = agenda.remove();
      if (visit.at().isBefore(rested)) {
        agenda.add(visit.movedTo(rested.plusMinutes(dice.between(1, 300))));
      } else if (visit.at().isBefore(halfYear.end())) {
        rested = make(visit).plusMinutes(REST_MINUTES);
      }
    }
    return events.stream().filter(event -> halfYear.contains(event.at())).toList();
  }

  /** Who has been a customer for half the time comes half as often. */
  private void planExploring(OffsetDateTime from) {
    double share = Duration.between(from, halfYear.end()).toHours() / (24.0 * HalfYear.DAYS);
    long visits = StrictMath.max(1, StrictMath.round(shopper.activity() * share));
    for (long i = 0; i < visits; i++) {
      OffsetDateTime at = halfYear.visit(from, shopper.zone(), dice);
      agenda.add(new Visit(at, Intent.EXPLORE, null, null));
    }
  }

  /** Makes a visit and says when it ended. */
  private OffsetDateTime make(Visit visit) {
    Product target = wishes.target(visit);
    if (target == null) {
      return visit.at();
    }
    boolean exploring = visit.intent() == Intent.EXPLORE;
    boolean signedIn = !exploring || !dice.chance(SHARE_ANONYMOUS);
    Session session = new Session(shopper, visit.at(), signedIn, dice);
    if (visit.intent() == Intent.RATE) {
      session.rate(target, stars(target));
    } else {
      ShoppingTrip trip =
          new ShoppingTrip(session, shopper.taste(), wishes, signedIn, !exploring, dice);
      if (visit.intent() != Intent.REPLENISH) {
        trip.browse(target);
      }
      while (target != null) {
        target = react(session, target, trip.decide(target), signedIn);
      }
    }
    events.addAll(session.events());
    return session.clock();
  }

  private int stars(Product product) {
    double judgement = 4.2 + 0.5 * shopper.taste().liking(product) + 0.8 * dice.gaussian();
    return (int) StrictMath.max(1, StrictMath.min(5, StrictMath.round(judgement)));
  }

  /** What an outcome brings about; returns what the customer looks at next in the same session. */
  private @Nullable Product react(
      Session session, Product product, Outcome outcome, boolean signedIn) {
    if (outcome == Outcome.BOUGHT) {
      wishes.bought(product);
      plan(product, session.clock());
    }
    if (!signedIn) {
      return null;
    }
    double urge =
        switch (outcome) {
          case LOOKED -> 0;
          case CLICKED -> 0.6;
          case CARTED -> 0.8;
          case BOUGHT -> 1.25;
        };
    return goOn(session, product, urge);
  }

  /** What a purchase brings about later. */
  private void plan(Product product, OffsetDateTime from) {
    if (dice.chance(SHARE_RATED)) {
      later(from, dice.between(3, 20), Intent.RATE, product, null);
    }
    Span weeks = product.kind().replenishWeeks();
    if (weeks != null && dice.chance(SHARE_REPLENISHED)) {
      int days = 7 * dice.between(weeks) + dice.between(-3, 3);
      later(from, days, Intent.REPLENISH, product, null);
    }
    if (product.kind().volumes() && dice.chance(SHARE_NEXT_VOLUME)) {
      later(from, dice.between(4, 24), Intent.NEXT_VOLUME, product, null);
    }
  }

  /** The customer takes what goes with the product, at once or on a later visit. */
  private @Nullable Product goOn(Session session, Product product, double urge) {
    Product next = null;
    for (Succession succession : product.kind().successions()) {
      if (!dice.chance(urge * succession.share())) {
        continue;
      }
      if (next == null && succession.days().from() == 0 && dice.chance(SHARE_AT_ONCE)) {
        Product companion = wishes.companion(product, succession.kind(), session.today());
        next = companion != null && session.opens(companion) ? companion : null;
      } else {
        int days = StrictMath.max(1, dice.between(succession.days()));
        later(session.clock(), days, Intent.FOLLOW_UP, product, succession.kind());
      }
    }
    return next;
  }

  private void later(
      OffsetDateTime from, int days, Intent intent, Product anchor, @Nullable String kind) {
    agenda.add(new Visit(halfYear.later(from, days, shopper.zone(), dice), intent, anchor, kind));
  }
}
