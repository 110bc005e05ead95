package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.ServingReader.News;
import org.pitchwright.recommendation.ServingReader.Profile;

/**
 * Makes lists for customers who came lately, each with the item that they turned to last held out,
 * as lists are mixed now and as they would be. The same customers and the same seed serve both, so
 * that what differs is due to the policies. Nothing is kept.
 */
final class PolicyTrial {
  /** How many customers are tried: enough to see a difference of a few hits in a hundred lists. */
  static final int CUSTOMERS = 400;

  private static final int BATCH = 32;
  private static final long SEED = 42;
  private static final String LATEST =
      "SELECT customer_id FROM (SELECT customer_id, at FROM event WHERE at <= now()"
          + " AND customer_id IS NOT NULL ORDER BY at DESC LIMIT 20000) latest"
          + " GROUP BY customer_id ORDER BY max(at) DESC, customer_id LIMIT ?";

  private final Ranker ranker;
  private final ItemTable items;
  private final List<Case> cases = new ArrayList<>();

  /** A customer to be tried. */
  private record Case(String customer, @Nullable Profile profile, HeldOut heldOut) {
    PendingRequest request(String scenario) {
      PendingRequest pending =
          new PendingRequest(
              new RecommendationRequest(
                  new CustomerId(customer),
                  List.of(),
                  scenario,
                  RecommendationRequest.DEFAULT_LIMIT,
                  Exclusion.SEEN,
                  null,
                  Set.of()));
      pending.found(heldOut.past(), profile);
      return pending;
    }
  }

  PolicyTrial(Ranker ranker, ItemTable items) {
    this.ranker = ranker;
    this.items = items;
  }

  /** The customers who did something last, latest first. */
  static List<String> latest(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setInt(1, CUSTOMERS);
      try (ResultSet rows = select.executeQuery()) {
        List<String> customers = new ArrayList<>();
        while (rows.next()) {
          customers.add(rows.getString(1));
        }
        return customers;
      }
    }
  }

  /** Adds a customer, if enough is known of them for an item to be held out. */
  void add(String customer, News everything) {
    Optional<HeldOut> heldOut =
        HeldOut.of(everything.events(), Profile.generation(everything.profile()), items);
    heldOut.ifPresent(held -> cases.add(new Case(customer, everything.profile(), held)));
  }

  /**
   * Measures the lists of all customers.
   *
   * @param scenario the place whose lists are made
   * @param now ranks, under the rules that are in force
   * @param then the rules as they would be
   */
  PolicyPrice price(String scenario, Ranker.Source now, RulesInForce then) {
    ItemSimilarity similarity = new ItemSimilarity(items, now.model());
    ListFigures before = new ListFigures(similarity);
    ListFigures after = new ListFigures(similarity);
    Ranker.Source changed = new Ranker.Source(now.model(), now.popularity(), then);
    for (int start = 0; start < cases.size(); start += BATCH) {
      List<Case> batch = cases.subList(start, Math.min(cases.size(), start + BATCH));
      List<PendingRequest> asked = batch.stream().map(one -> one.request(scenario)).toList();
      List<Ranking> rankings = ranker.rankings(asked, now);
      for (int i = 0; i < batch.size(); i++) {
        int target = batch.get(i).heldOut().target();
        measure(before, asked.get(i), rankings.get(i), now, target);
        measure(after, asked.get(i), rankings.get(i), changed, target);
      }
    }
    return before.against(after);
  }

  private void measure(
      ListFigures figures,
      PendingRequest pending,
      Ranking ranking,
      Ranker.Source source,
      int target) {
    ListPlan plan = ranker.plan(pending, ranking, source);
    double share = source.rulesFor(pending).policy().exploration();
    long seed = SEED + figures.lists();
    List<RankedItem> shown =
        new Exploration(() -> new SplittableRandom(seed)).draw(plan, share, pending.language());
    figures.add(plan, share, shown, target, pending.basis());
  }
}
