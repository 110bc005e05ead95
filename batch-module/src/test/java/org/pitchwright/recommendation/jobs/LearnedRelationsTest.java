package org.pitchwright.recommendation.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.recommendation.jobs.LearnedRelations.Outcome;
import org.pitchwright.sql.Database;
import org.pitchwright.testing.OneConnection;
import org.pitchwright.testing.TestDatabase;

/** What is learned from purchases on a real PostgreSQL, part by part as the job does it. */
class LearnedRelationsTest {
  private static final OffsetDateTime DAY = OffsetDateTime.now(ZoneOffset.UTC).minusDays(20);
  private static final RelationThresholds THRESHOLDS =
      new RelationThresholds(2, 365, 3, 1.5, 3.84, 20);

  private OneConnection connection;
  private Database database;
  private int events;

  @BeforeEach
  void items() throws SQLException {
    connection = new OneConnection(TestDatabase.migrated());
    database = new Database(connection.dataSource());
    database.update(
        "INSERT INTO item (item_id, title, price, currency) VALUES ('camera', 'Camera', 900, 'EUR'),"
            + " ('bag', 'Bag', 60, 'EUR'), ('lens', 'Lens', 500, 'EUR'), ('mug', 'Mug', 9, 'EUR')");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void bought(String customer, String item, double day) {
    String id = "e-" + events++;
    OffsetDateTime at = DAY.plusMinutes((long) (day * 24 * 60));
    database.update(
        "INSERT INTO event (event_id, type, customer_id, item_id, at)"
            + " VALUES (?, 'PURCHASE', ?, ?, ?)",
        id,
        customer,
        item,
        at);
    database.update(
        "INSERT INTO cleansed_event (event, subject, customer_id, item_id, type, at)"
            + " SELECT id, customer_id, customer_id, item_id, type, at FROM event"
            + " WHERE event_id = ?",
        id);
  }

  /** Four with camera and bag, one with a camera alone, five with a mug, of whom one has a lens. */
  private void tenCustomers() {
    for (int i = 0; i < 4; i++) {
      bought("both-" + i, "camera", 0);
      bought("both-" + i, "bag", 1);
    }
    bought("alone", "camera", 0);
    for (int i = 0; i < 5; i++) {
      bought("mug-" + i, "mug", 0);
    }
    bought("mug-0", "lens", 0);
  }

  /** As the job does it, with so little at once that there are several parts. */
  private Outcome learn(RelationThresholds thresholds, long execution) throws SQLException {
    PurchaseBaskets baskets = new PurchaseBaskets(database);
    OffsetDateTime since = DAY.minusDays(thresholds.days() - 20L);
    baskets.clear();
    String after = "";
    Optional<String> last = baskets.lastOfNext(after, 3);
    while (last.isPresent()) {
      baskets.pack(thresholds.windowDays(), since, after, last.get());
      after = last.get();
      last = baskets.lastOfNext(after, 3);
    }
    baskets.finishPacking();
    String item = "";
    Optional<String> lastItem = baskets.lastItemOfNext(item, 1);
    while (lastItem.isPresent()) {
      baskets.pair(item, lastItem.get(), thresholds.minimumCustomers());
      item = lastItem.get();
      lastItem = baskets.lastItemOfNext(item, 1);
    }
    Outcome outcome = LearnedRelations.within(database).replace(thresholds, execution);
    connection.commit();
    return outcome;
  }

  private List<String> relations() {
    return database.list(
        "SELECT concat_ws(' ', kind, from_item, to_item, state, origin, both_baskets, from_baskets,"
            + " to_baskets, all_baskets, customers, execution_id, version) FROM item_relation"
            + " ORDER BY kind DESC, from_item, to_item",
        row -> row.getString(1));
  }

  @Test
  void whatIsBoughtTogetherIsKeptWithItsCountsAndAnAccessoryIsSuggested() throws SQLException {
    tenCustomers();

    assertThat(learn(THRESHOLDS, 7)).isEqualTo(new Outcome(1, 1));

    assertThat(relations())
        .containsExactly(
            "BOUGHT_TOGETHER bag camera ACTIVE DATA 4 4 5 10 4 7 1",
            "ACCESSORY_OF bag camera SUGGESTED DATA 4 4 5 10 4 7 1");
    // G² = 2 Σ observed · ln(observed / expected), of the table 4, 0, 1, 5.
    double expected = 2 * (4 * Math.log(4 / 2.0) + 1 * Math.log(1 / 3.0) + 5 * Math.log(5 / 3.0));
    assertThat(
            database.first(
                "SELECT log_likelihood FROM item_relation WHERE state = 'ACTIVE'",
                row -> row.getDouble(1)))
        .hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(expected, within(1e-9)));
  }

  @Test
  void aSecondRunOverTheSamePurchasesChangesNothing() throws SQLException {
    tenCustomers();
    learn(THRESHOLDS, 7);
    List<String> before = relations();

    learn(THRESHOLDS, 8);

    assertThat(relations()).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerFoundGoesAndNewCountsComeInItsPlace() throws SQLException {
    tenCustomers();
    learn(THRESHOLDS, 7);
    bought("both-4", "camera", 0);
    bought("both-4", "bag", 0);
    learn(THRESHOLDS, 8);
    assertThat(relations()).contains("BOUGHT_TOGETHER bag camera ACTIVE DATA 5 5 6 11 5 8 2");

    learn(new RelationThresholds(2, 365, 6, 1.5, 3.84, 20), 9);

    assertThat(relations()).isEmpty();
  }

  @Test
  void purchasesThatLieTooFarApartAreNotOneBasket() throws SQLException {
    for (int i = 0; i < 5; i++) {
      bought("far-" + i, "camera", 0);
      bought("far-" + i, "bag", 2.1);
      bought("near-" + i, "lens", 0);
      bought("near-" + i, "mug", 1.9);
    }

    learn(THRESHOLDS, 7);

    assertThat(relations())
        .containsExactly(
            "BOUGHT_TOGETHER lens mug ACTIVE DATA 5 5 5 15 5 7 1",
            "ACCESSORY_OF mug lens SUGGESTED DATA 5 5 5 15 5 7 1");
  }

  @Test
  void oneCustomerWhoBuysOftenIsNotMany() throws SQLException {
    tenCustomers();
    for (int i = 0; i < 6; i++) {
      bought("fan", "lens", 3 * i);
      bought("fan", "mug", 3 * i);
    }

    learn(THRESHOLDS, 7);

    assertThat(relations()).noneMatch(relation -> relation.contains("lens"));
  }

  @Test
  void whoWithdrewTheConsentIsNotLearnedFrom() throws SQLException {
    tenCustomers();
    database.update(
        "INSERT INTO customer (customer_id, personalization) VALUES ('both-0', false),"
            + " ('both-1', false)");

    assertThat(learn(THRESHOLDS, 7)).isEqualTo(new Outcome(0, 0));
  }

  @Test
  void whatPeopleDecidedStays() throws SQLException {
    tenCustomers();
    database.update(
        "INSERT INTO item_relation (kind, from_item, to_item, state, origin, updated_by) VALUES"
            + " ('BOUGHT_TOGETHER', 'bag', 'camera', 'REJECTED', 'HAND', 'mia'),"
            + " ('ACCESSORY_OF', 'bag', 'camera', 'ACTIVE', 'HAND', 'mia'),"
            + " ('REPLACES', 'lens', 'camera', 'ACTIVE', 'HAND', 'mia')");

    learn(THRESHOLDS, 7);
    assertThat(relations())
        .containsExactly(
            "REPLACES lens camera ACTIVE HAND 1",
            "BOUGHT_TOGETHER bag camera REJECTED HAND 4 4 5 10 4 7 2",
            "ACCESSORY_OF bag camera ACTIVE HAND 4 4 5 10 4 7 2");

    learn(new RelationThresholds(2, 365, 9, 1.5, 3.84, 20), 8);
    assertThat(relations())
        .containsExactly(
            "REPLACES lens camera ACTIVE HAND 1",
            "BOUGHT_TOGETHER bag camera REJECTED HAND 3",
            "ACCESSORY_OF bag camera ACTIVE HAND 3");
  }

  @Test
  void onlyTheSurestRelationsOfAnItemAreKept() throws SQLException {
    tenCustomers();
    for (int i = 0; i < 3; i++) {
      bought("lens-" + i, "camera", 0);
      bought("lens-" + i, "lens", 0);
    }
    assertThat(learn(new RelationThresholds(2, 365, 3, 1, 0, 20), 7).together()).isEqualTo(2);

    assertThat(learn(new RelationThresholds(2, 365, 3, 1, 0, 1), 8).together()).isEqualTo(2);
    for (int i = 0; i < 4; i++) {
      bought("third-" + i, "lens", 0);
      bought("third-" + i, "mug", 0);
    }
    learn(new RelationThresholds(2, 365, 3, 1, 0, 1), 9);
    assertThat(relations()).noneMatch(relation -> relation.startsWith("BOUGHT_TOGETHER camera"));
  }
}
