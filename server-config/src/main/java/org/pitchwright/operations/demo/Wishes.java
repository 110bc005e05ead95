package org.pitchwright.operations.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.demo.Visit.Intent;

/** What one customer wants next, given what the customer has already. */
final class Wishes {
  private static final double BY_COMPANIONSHIP = 0.85;
  private static final double STAYS_IN_CATEGORY = 0.6;
  private static final double RIVALS = 0.75;
  private static final double FROM_THE_OTHER_MARKET = 0.02;

  private final Shopper shopper;
  private final Assortment assortment;
  private final Companions companions;
  private final HalfYear halfYear;
  private final Dice dice;
  private final Set<String> owned = new HashSet<>();
  private @Nullable String category;

  Wishes(
      Shopper shopper, Assortment assortment, Companions companions, HalfYear halfYear, Dice dice) {
    this.shopper = shopper;
    this.assortment = assortment;
    this.companions = companions;
    this.halfYear = halfYear;
    this.dice = dice;
  }

  /** Remembers that the customer has bought it. */
  void bought(Product product) {
    owned.add(product.id());
    owned.add(product.kind().key());
  }

  /** What a visit is about; null if there is nothing to want. */
  @Nullable Product target(Visit visit) {
    LocalDate day = visit.at().toLocalDate();
    Product anchor = visit.anchor();
    if (anchor == null || visit.intent() == Intent.EXPLORE) {
      return fresh(day);
    }
    return switch (visit.intent()) {
      case REPLENISH, RATE -> anchor.availableOn(day) ? anchor : null;
      case NEXT_VOLUME -> assortment.nextVolume(anchor, day);
      default -> visit.kind() == null ? null : companion(anchor, visit.kind(), day);
    };
  }

  /** What goes with the anchor: usually what everybody takes, else what suits the taste. */
  @Nullable Product companion(Product anchor, String kind, LocalDate day) {
    if (isSettled(anchor.market(), kind)) {
      return null;
    }
    return dice.chance(BY_COMPANIONSHIP)
        ? companions.pick(anchor, kind, shopper.taste(), day, this::isOwned, dice)
        : assortment.pick(anchor.market(), kind, shopper.taste(), day, this::isOwned, dice);
  }

  /** Another product of the same kind, to compare. */
  @Nullable Product alternative(Product product, LocalDate day) {
    String kind = product.kind().key();
    return dice.chance(RIVALS)
        ? companions.pick(product, kind, shopper.taste(), day, this::isOwned, dice)
        : assortment.pick(product.market(), kind, shopper.taste(), day, this::isOwned, dice);
  }

  /** Something that has nothing to do with the customer's taste. */
  Product chance() {
    return dice.pick(assortment.products());
  }

  private @Nullable Product fresh(LocalDate day) {
    Market market = shopper.market();
    if (dice.chance(FROM_THE_OTHER_MARKET)) {
      market = market == Market.ZH ? Market.EN : Market.ZH;
    }
    if (category == null || !dice.chance(STAYS_IN_CATEGORY)) {
      category = category();
    }
    List<KindVocabulary> kinds = assortment.kinds(category);
    double[] demand = new double[kinds.size()];
    for (int i = 0; i < demand.length; i++) {
      KindVocabulary kind = kinds.get(i);
      boolean open = !isSettled(market, kind.key());
      demand[i] = open ? kind.entry() * halfYear.demand(kind, day) : 0;
    }
    int index = dice.weighted(demand);
    return index < 0
        ? null
        : assortment.pick(
            market, kinds.get(index).key(), shopper.taste(), day, this::isOwned, dice);
  }

  private String category() {
    List<String> categories = new ArrayList<>(shopper.taste().categories().keySet());
    double[] weights =
        shopper.taste().categories().values().stream().mapToDouble(Double::doubleValue).toArray();
    return categories.get(dice.weighted(weights));
  }

  private boolean isOwned(Product product) {
    return owned.contains(product.id());
  }

  /** Nobody buys a second coffee machine within half a year. */
  private boolean isSettled(Market market, String kind) {
    List<Product> ofKind = assortment.ofKind(market, kind);
    return !ofKind.isEmpty() && ofKind.get(0).kind().durable() && owned.contains(kind);
  }
}
