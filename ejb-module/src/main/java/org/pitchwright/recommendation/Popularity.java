package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * What most customers like: the number of distinct customers who bought an item or put it in the
 * cart in the last 90 days, then of those who looked at it. Answers while no model was promoted,
 * and counted anew each minute.
 */
final class Popularity {
  private static final long LIFE = TimeUnit.MINUTES.toNanos(1);
  private static final String COUNTS =
      "SELECT item_id, count(DISTINCT customer_id) FILTER (WHERE type IN ('PURCHASE', 'CART')),"
          + " count(DISTINCT customer_id) FROM event WHERE item_id IS NOT NULL"
          + " AND at BETWEEN now() - interval '90 days' AND now()"
          + " AND type NOT IN ('IMPRESSION', 'DISMISS') GROUP BY item_id";
  private static final float VIEWERS_FOR_A_BUYER = 20;

  private final ItemTable items;
  private Ranking ranking = new Ranking(0, new int[0], new float[0], true);
  private long countedAt;
  private boolean counted;

  Popularity(ItemTable items) {
    this.items = items;
  }

  /** All items of the catalogue, most liked first; items that nobody touched come last. */
  synchronized Ranking ranking(Connection connection) throws SQLException {
    if (!counted || System.nanoTime() - countedAt > LIFE) {
      ranking = count(connection);
      countedAt = System.nanoTime();
      counted = true;
    }
    return ranking;
  }

  private Ranking count(Connection connection) throws SQLException {
    float[] liked = new float[items.size()];
    try (PreparedStatement select = connection.prepareStatement(COUNTS);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        int number = items.number(rows.getString(1));
        if (number < liked.length) {
          liked[number] = rows.getLong(2) + rows.getLong(3) / VIEWERS_FOR_A_BUYER;
        }
      }
    }
    int[] numbers = new int[liked.length];
    for (int number = 0; number < numbers.length; number++) {
      numbers[number] = number;
    }
    return Ranking.best(0, numbers, liked, liked.length);
  }
}
