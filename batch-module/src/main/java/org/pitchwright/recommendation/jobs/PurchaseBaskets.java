package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.pitchwright.sql.Database;

/**
 * Cleansed purchases as baskets, and how often two items were in one. Each method is a transaction
 * of its own, so that none takes long.
 */
@ApplicationScoped
@Transactional
public class PurchaseBaskets {
  /** A larger basket is somebody who buys for others, and says little about what goes together. */
  static final int MAX_ITEMS = 50;

  /** Who withdrew the consent to personalisation is not learned from. */
  private static final String OUR_PURCHASES =
      " FROM cleansed_event e WHERE type = 'PURCHASE' AND item_id IS NOT NULL AND at >= ?"
          + " AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.customer_id = e.customer_id"
          + " AND c.personalization = false)";

  /** Of one customer's purchases, one that comes late after the one before begins a new basket. */
  private static final String PACK =
      "INSERT INTO relation_basket (basket, subject, item_id, bought_at)"
          + " SELECT basket, subject, item_id, min(at) FROM (SELECT min(event) OVER"
          + " (PARTITION BY subject, number) AS basket, subject, item_id, at FROM"
          + " (SELECT event, subject, item_id, at, count(*) FILTER (WHERE begins) OVER"
          + " (PARTITION BY subject ORDER BY at, event) AS number FROM"
          + " (SELECT event, subject, item_id, at, coalesce(at - lag(at) OVER"
          + " (PARTITION BY subject ORDER BY at, event) > make_interval(days => ?), true) AS begins"
          + OUR_PURCHASES
          + " AND subject > ? AND subject <= ?) purchase) numbered) packed"
          + " GROUP BY basket, subject, item_id";

  private static final String PAIR =
      "INSERT INTO relation_pair (from_item, to_item, baskets, customers, from_first, to_first)"
          + " SELECT a.item_id, b.item_id, count(*), count(DISTINCT a.subject),"
          + " count(*) FILTER (WHERE a.bought_at <= b.bought_at),"
          + " count(*) FILTER (WHERE b.bought_at <= a.bought_at)"
          + " FROM relation_basket a JOIN relation_basket b"
          + " ON b.basket = a.basket AND b.item_id > a.item_id"
          + " WHERE a.item_id > ? AND a.item_id <= ? GROUP BY a.item_id, b.item_id"
          + " HAVING count(DISTINCT a.subject) >= ?";

  @Inject private Database database;

  /** For the container's proxy. */
  public PurchaseBaskets() {}

  PurchaseBaskets(Database database) {
    this.database = database;
  }

  /** Forgets what an earlier run has counted. */
  public void clear() {
    database.update("TRUNCATE relation_basket, relation_pair");
  }

  /** How many purchases there are to count. */
  public long purchases(OffsetDateTime since) {
    return count("SELECT count(*)" + OUR_PURCHASES, since);
  }

  /** The last of the next so many customers; empty after the last. */
  public Optional<String> lastOfNext(String after, int customers) {
    return last(
        "SELECT max(subject) FROM (SELECT DISTINCT subject FROM cleansed_event WHERE subject > ?"
            + " ORDER BY subject LIMIT ?) next",
        after,
        customers);
  }

  /**
   * Packs the purchases of some customers into baskets.
   *
   * @param windowDays purchases that follow one another within so many days are one basket
   * @param after the customer before the first
   * @param last the last customer
   * @return how many different items the baskets hold, added up
   */
  public long pack(int windowDays, OffsetDateTime since, String after, String last) {
    return database.update(PACK, windowDays, since, after, last);
  }

  /** Takes baskets that are too large away, and makes the rest ready to be counted. */
  public void finishPacking() {
    database.update(
        "DELETE FROM relation_basket WHERE basket IN (SELECT basket FROM relation_basket"
            + " GROUP BY basket HAVING count(*) > ?)",
        MAX_ITEMS);
    database.update("ANALYZE relation_basket");
  }

  /** How many different items were bought. */
  public long items() {
    return count("SELECT count(DISTINCT item_id) FROM relation_basket");
  }

  /** The last of the next so many items; empty after the last. */
  public Optional<String> lastItemOfNext(String after, int items) {
    return last(
        "SELECT max(item_id) FROM (SELECT DISTINCT item_id FROM relation_basket WHERE item_id > ?"
            + " ORDER BY item_id LIMIT ?) next",
        after,
        items);
  }

  /**
   * Counts the baskets that some items share with others.
   *
   * @param after the item before the first
   * @param last the last item
   */
  public void pair(String after, String last, int minimumCustomers) {
    database.update(PAIR, after, last, minimumCustomers);
  }

  private Optional<String> last(String sql, Object... parameters) {
    return database
        .first(sql, row -> Optional.ofNullable(row.getString(1)), parameters)
        .flatMap(found -> found);
  }

  private long count(String sql, Object... parameters) {
    return database.first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }
}
