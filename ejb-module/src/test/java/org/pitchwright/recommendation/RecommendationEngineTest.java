package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.EventWriter;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.policy.ListPolicy;
import org.pitchwright.recommendation.policy.PolicyScenario;
import org.pitchwright.testing.TestDatabase;

/** The engine on a real PostgreSQL, while plain popularity answers. */
class RecommendationEngineTest {
  private final DataSource database = TestDatabase.migrated();
  private final SplittableRandom random = new SplittableRandom(42);
  private final RecommendationEngine engine =
      new RecommendationEngine(
          new InteractionWeights(), version -> Map.of(), 1 << 20, () -> random);
  private int events;

  @BeforeEach
  void threeItemsOfWhichTheFirstIsBoughtMost() throws SQLException {
    execute(
        "INSERT INTO item (item_id, title, category) VALUES ('tent', 'Tent', 'outdoor'),"
            + " ('stove', 'Stove', 'outdoor'), ('cup', 'Cup', 'kitchen')");
    write(event("anna", "tent", EventType.PURCHASE), event("ben", "tent", EventType.PURCHASE));
    write(event("ben", "stove", EventType.PURCHASE), event("anna", "cup", EventType.VIEW));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void givesWhatMostPeopleLikeToWhoIsNotKnown() throws SQLException {
    Recommendation answer = ask(request("stranger", Exclusion.SEEN));

    assertThat(items(answer)).containsExactly("tent", "stove", "cup");
    assertThat(answer.personalized()).isFalse();
    assertThat(answer.items()).extracting(RankedItem::rank).containsExactly(1, 2, 3);
    assertThat(answer.items())
        .allSatisfy(item -> assertThat(item.reason().kind()).isEqualTo(ReasonKind.POPULAR));
  }

  @Test
  void leavesOutWhatWasSeenOrBoughtAsTheRequestSays() throws SQLException {
    assertThat(items(ask(request("anna", Exclusion.SEEN)))).containsExactly("stove");
    assertThat(items(ask(request("anna", Exclusion.PURCHASED)))).containsExactly("stove", "cup");
    assertThat(items(ask(request("anna", Exclusion.NONE)))).containsExactly("tent", "stove", "cup");
  }

  @Test
  void anEventCountsInTheVeryNextAnswer() throws SQLException {
    assertThat(items(ask(request("carl", Exclusion.SEEN)))).contains("cup");

    write(event("carl", "cup", EventType.VIEW));

    assertThat(items(ask(request("carl", Exclusion.SEEN)))).doesNotContain("cup");
  }

  @Test
  void anEventThatCommitsLateIsNotMissed() throws SQLException {
    execute("INSERT INTO customer (customer_id) VALUES ('dora')");
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      EventWriter.write(slow, List.of(event("dora", "tent", EventType.VIEW)));
      // Later events of the same customer overtake the open transaction, and are read.
      write(event("dora", "cup", EventType.VIEW));
      assertThat(items(ask(request("dora", Exclusion.SEEN)))).containsExactly("tent", "stove");

      slow.commit();
    }

    assertThat(items(ask(request("dora", Exclusion.SEEN)))).containsExactly("stove");
  }

  @Test
  void anItemThatIsTakenOffSaleNeverComesBack() throws SQLException {
    assertThat(items(ask(request("eve", Exclusion.SEEN)))).contains("tent");

    execute("UPDATE item SET active = false WHERE item_id = 'tent'");
    assertThat(items(ask(request("eve", Exclusion.SEEN)))).containsExactly("stove", "cup");

    execute("UPDATE item SET active = true WHERE item_id = 'tent'");
    assertThat(items(ask(request("eve", Exclusion.SEEN)))).contains("tent");
  }

  @Test
  void categoriesExcludedItemsAndLimitAreKept() throws SQLException {
    RecommendationRequest request =
        new RecommendationRequest(
            null,
            List.of(),
            "HOME",
            1,
            Exclusion.SEEN,
            Set.of("outdoor"),
            Set.of(new ItemId("tent")));

    assertThat(items(ask(request))).containsExactly("stove");
  }

  @Test
  void aCustomerWhoWasErasedAndComesBackStartsAnew() throws SQLException {
    assertThat(items(ask(request("anna", Exclusion.SEEN)))).containsExactly("stove");

    execute("DELETE FROM customer WHERE customer_id = 'anna'");
    execute("DELETE FROM event WHERE customer_id = 'anna'");
    assertThat(items(ask(request("anna", Exclusion.SEEN)))).contains("tent", "cup");

    write(event("anna", "stove", EventType.VIEW));
    assertThat(items(ask(request("anna", Exclusion.SEEN))))
        .containsExactlyInAnyOrder("tent", "cup");
  }

  @Test
  void aRuleCountsInTheVeryNextAnswerUntilItIsRemoved() throws SQLException {
    assertThat(items(ask(request("fay", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute(
        "INSERT INTO merchandising_rule (rule_key, name, kind, item_ids, position, updated_by)"
            + " VALUES ('cup', 'Cup', 'PIN', '{cup}', 1, 'test')");
    Recommendation pinned = ask(request("fay", Exclusion.SEEN));
    assertThat(items(pinned)).containsExactly("cup", "tent", "stove");
    assertThat(pinned.items().get(0).reason().kind()).isEqualTo(ReasonKind.RULE);
    assertThat(pinned.items().get(0).reason().text()).isEqualTo("Chosen by the shop");
    assertThat(pinned.items().get(0).reason().becauseOf()).isEmpty();
    assertThat(pinned.items().get(1).reason().kind()).isEqualTo(ReasonKind.POPULAR);

    execute("UPDATE merchandising_rule SET scenario = 'CART'");
    assertThat(items(ask(request("fay", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute("UPDATE merchandising_rule SET scenario = NULL, valid_until = now()");
    assertThat(items(ask(request("fay", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute("UPDATE merchandising_rule SET valid_until = NULL");
    assertThat(items(ask(request("fay", Exclusion.SEEN)))).startsWith("cup");

    execute("DELETE FROM merchandising_rule");
    assertThat(items(ask(request("fay", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");
  }

  @Test
  void aRuleThatIsWrittenByATransactionStillOpenCountsOnceItIsCommitted() throws SQLException {
    try (Connection slow = database.getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          "INSERT INTO merchandising_rule (rule_key, name, kind, categories, updated_by)"
              + " VALUES ('no-kitchen', 'No kitchen', 'EXCLUDE', '{kitchen}', 'test')");
      assertThat(items(ask(request("gus", Exclusion.SEEN)))).contains("cup");

      slow.commit();
    }

    assertThat(items(ask(request("gus", Exclusion.SEEN)))).containsExactly("tent", "stove");
  }

  @Test
  void aPriceThatChangesCountsForRulesAtOnce() throws SQLException {
    execute("UPDATE item SET price = 10, currency = 'CNY'");
    execute(
        "INSERT INTO merchandising_rule (rule_key, name, kind, minimum_price, currency, updated_by)"
            + " VALUES ('dear', 'Dear', 'EXCLUDE', 99.90, 'CNY', 'test')");
    assertThat(items(ask(request("hal", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute("UPDATE item SET price = 99.90 WHERE item_id = 'stove'");

    assertThat(items(ask(request("hal", Exclusion.SEEN)))).containsExactly("tent", "cup");
  }

  @Test
  void aPreviewShowsBothListsAndKeepsNeither() throws SQLException {
    RuleEffect effect;
    try (Connection connection = database.getConnection()) {
      effect =
          engine.preview(
              connection, request("ida", Exclusion.SEEN), RuleDrafts.pin("draft", "cup", 1));
    }

    assertThat(items(effect.before())).containsExactly("tent", "stove", "cup");
    assertThat(items(effect.after())).containsExactly("cup", "tent", "stove");
    assertThat(effect.entered()).isEmpty();
    assertThat(effect.left()).isEmpty();
    assertThat(effect.moved()).hasSize(3);
    assertThat(served()).isZero();
    assertThat(items(ask(request("ida", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");
    assertThat(served()).isEqualTo(1);
  }

  @Test
  void aPolicyCountsInTheVeryNextAnswerUntilItIsRemoved() throws SQLException {
    assertThat(items(ask(request("jil", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute("INSERT INTO list_policy (scenario, diversity, updated_by) VALUES ('HOME', 1, 'test')");
    assertThat(items(ask(request("jil", Exclusion.SEEN)))).containsExactly("tent", "cup", "stove");

    execute("UPDATE list_policy SET scenario = 'CART'");
    assertThat(items(ask(request("jil", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");

    execute("UPDATE list_policy SET scenario = 'default'");
    assertThat(items(ask(request("jil", Exclusion.SEEN)))).containsExactly("tent", "cup", "stove");

    execute("DELETE FROM list_policy");
    assertThat(items(ask(request("jil", Exclusion.SEEN)))).containsExactly("tent", "stove", "cup");
  }

  @Test
  void whatIsTriedIsKeptWithItsPropensity() throws SQLException {
    execute(
        "INSERT INTO list_policy (scenario, exploration, exploration_pool, updated_by)"
            + " VALUES ('default', 0.5, 10, 'test')");
    RecommendationRequest one =
        new RecommendationRequest(
            new CustomerId("kim"), List.of(), "HOME", 1, Exclusion.SEEN, null, Set.of());

    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      RankedItem first = ask(one).items().get(0);
      boolean tried = first.reason().kind() == ReasonKind.EXPLORATION;
      assertThat(tried).isNotEqualTo(first.itemId().equals(new ItemId("tent")));
      assertThat(first.propensity()).isEqualTo(tried ? .25 : .5);
      seen.add(first.itemId().value());
    }

    assertThat(seen).containsExactlyInAnyOrder("tent", "stove", "cup");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), count(*) FILTER (WHERE propensities ="
                    + " CASE WHEN item_ids = '{tent}' THEN '{0.5}' ELSE '{0.25}' END::real[])"
                    + " FROM recommendation_served WHERE customer_id = 'kim'")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(60);
      assertThat(row.getLong(2)).isEqualTo(60);
    }
  }

  @Test
  void aPreviewOfAPolicyShowsBothListsTriesNothingAndKeepsNeither() throws SQLException {
    RuleEffect effect;
    try (Connection connection = database.getConnection()) {
      effect =
          engine.preview(
              connection,
              request("lea", Exclusion.SEEN),
              PolicyScenario.DEFAULT,
              new ListPolicy(1, 0, .5, 10));
    }

    assertThat(items(effect.before())).containsExactly("tent", "stove", "cup");
    assertThat(items(effect.after())).containsExactly("tent", "cup", "stove");
    assertThat(served()).isZero();
  }

  @Test
  void aPriceIsMeasuredOnNobodyWhereNothingSpeaksForAnything() throws SQLException {
    PolicyPrice price;
    try (Connection connection = database.getConnection()) {
      price = engine.price(connection, PolicyScenario.DEFAULT, new ListPolicy(1, 0, .5, 10));
    }

    // Outside of the server no kind of event weighs anything.
    assertThat(price.customers()).isZero();
    assertThat(price.after().differentItems()).isZero();
    assertThat(served()).isZero();
  }

  @Test
  void aRelationCountsInTheVeryNextAnswerUntilItIsRemoved() throws SQLException {
    write(event("jon", "cup", EventType.PURCHASE));
    assertThat(items(ask(request("jon", Exclusion.SEEN)))).containsExactly("tent", "stove");

    execute(
        "INSERT INTO logical_rule (rule_key, never_category, after_item, updated_by)"
            + " VALUES ('no-outdoor', 'camping', 'cup', 'test')");
    assertThat(items(ask(request("jon", Exclusion.SEEN)))).containsExactly("tent", "stove");

    execute(
        "INSERT INTO category_place (category, parent, updated_by)"
            + " VALUES ('outdoor', 'camping', 'test')");
    assertThat(items(ask(request("jon", Exclusion.SEEN)))).isEmpty();

    execute("DELETE FROM logical_rule");
    execute(
        "INSERT INTO item_relation (kind, from_item, to_item, origin, updated_by)"
            + " VALUES ('REPLACES', 'stove', 'tent', 'HAND', 'test')");
    Recommendation replaced = ask(request("jon", Exclusion.SEEN));
    assertThat(items(replaced)).containsExactly("stove");
    assertThat(replaced.items().get(0).reason().kind()).isEqualTo(ReasonKind.SUCCESSOR);

    execute("DELETE FROM item_relation");
    assertThat(items(ask(request("jon", Exclusion.SEEN)))).containsExactly("tent", "stove");
  }

  @Test
  void aRuleForACategoryCountsForWhatIsMovedBelowIt() throws SQLException {
    execute(
        "INSERT INTO merchandising_rule (rule_key, name, kind, categories, updated_by)"
            + " VALUES ('no-home', 'No home', 'EXCLUDE', '{home}', 'test')");
    assertThat(items(ask(request("kim", Exclusion.SEEN)))).contains("cup");

    execute(
        "INSERT INTO category_place (category, parent, updated_by)"
            + " VALUES ('kitchen', 'home', 'test')");

    assertThat(items(ask(request("kim", Exclusion.SEEN)))).containsExactly("tent", "stove");
  }

  private long served() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM recommendation_served")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void everyAnswerIsKeptAsItWasGiven() throws SQLException {
    Recommendation answer = ask(request("anna", Exclusion.NONE));

    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT customer_id, scenario, personalized, item_ids, propensities"
                    + " FROM recommendation_served WHERE request_id = ?")) {
      select.setObject(1, answer.requestId());
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("anna");
        assertThat(row.getString(2)).isEqualTo("HOME");
        assertThat(row.getBoolean(3)).isFalse();
        assertThat((Object[]) row.getArray(4).getArray()).containsExactly("tent", "stove", "cup");
        assertThat((Object[]) row.getArray(5).getArray()).containsOnly(1f);
      }
    }
  }

  private Recommendation ask(RecommendationRequest request) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return engine.answer(connection, List.of(new PendingRequest(request))).get(0);
    }
  }

  private static List<String> items(Recommendation answer) {
    return answer.items().stream().map(item -> item.itemId().value()).toList();
  }

  private static RecommendationRequest request(String customer, Exclusion exclusion) {
    return new RecommendationRequest(
        new CustomerId(customer), List.of(), "HOME", 10, exclusion, null, Set.of());
  }

  private EventDraft event(String customer, String item, EventType type) {
    return new EventDraft(
        "e-" + events++ + "-" + UUID.randomUUID(),
        type,
        customer,
        item,
        OffsetDateTime.now().minusDays(1),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void write(EventDraft... drafts) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      EventWriter.write(connection, List.of(drafts));
      connection.commit();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
