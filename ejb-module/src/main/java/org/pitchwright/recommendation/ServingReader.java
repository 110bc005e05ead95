package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.model.ModelRegistry;

/**
 * Reads, for a whole batch at a time and in one query, what serving must know at this very moment.
 */
final class ServingReader {
  private static final int NOBODY = -1;

  /**
   * One row for the moment, with one more for each further customer or event.
   *
   * <p>Two things keep the planner from costing more than the query. The newest item is asked for
   * at the end of an index, as "any item newer than a bound" looks to it like a third of all, which
   * it then reads one after the other in vain. And the arrays hide in subqueries: their lengths
   * would make it plan anew for every batch.
   */
  private static final String LOOK =
      "SELECT (SELECT pg_snapshot_xmin(pg_current_snapshot())::text),"
          + " coalesce((SELECT version FROM model_version"
          + " WHERE name = ? AND stage = 'CHAMPION'), 0),"
          + " coalesce((SELECT written_by FROM item ORDER BY written_by DESC LIMIT 1)"
          + " >= ?::xid8, false),"
          + " a.n, c.generation, c.personalization, c.language,"
          + " e.id, e.item_id, e.type, e.rating, e.duration_ms,"
          + " (extract(epoch FROM least(e.at, e.received_at)) * 1000)::bigint,"
          + " e.written_by >= (SELECT pg_snapshot_xmin(pg_current_snapshot())),"
          + " (SELECT revision FROM merchandising_revision),"
          + " (extract(epoch FROM statement_timestamp()) * 1000)::bigint,"
          + " (SELECT revision FROM relation_revision)"
          + " FROM (SELECT 1) moment"
          + " LEFT JOIN unnest((SELECT ?::text[]), (SELECT ?::bigint[]), (SELECT ?::text[]))"
          + " WITH ORDINALITY a (customer_id, generation, since, n) ON true"
          + " LEFT JOIN customer c ON c.customer_id = a.customer_id"
          + " LEFT JOIN LATERAL (SELECT * FROM event WHERE event.customer_id = a.customer_id"
          + " AND event.written_by >= (CASE WHEN a.generation = coalesce(c.generation, 0)"
          + " THEN a.since ELSE '0' END)::xid8 AND event.item_id IS NOT NULL OFFSET 0) e ON true";

  private final ItemTable items;
  private final InteractionWeights weights;

  ServingReader(ItemTable items, InteractionWeights weights) {
    this.items = items;
    this.weights = weights;
  }

  /**
   * A moment of the database.
   *
   * @param xmin every transaction older than this one is visible
   * @param championVersion 0 if there is none
   * @param rulesRevision the number of changes of business rules so far
   * @param at milliseconds since 1970 by the database's clock, the same for all nodes
   * @param relationsRevision the number of changes of the graph of items so far
   */
  record Moment(
      String xmin,
      int championVersion,
      boolean itemsChanged,
      long rulesRevision,
      long at,
      long relationsRevision) {}

  /** Who a customer is to serving; null members where the CRM said nothing. */
  record Profile(long generation, @Nullable Boolean personalization, @Nullable String language) {
    /** The generation of a customer who may have no profile. */
    static long generation(@Nullable Profile profile) {
      return profile == null ? 0 : profile.generation();
    }
  }

  /**
   * A customer, and how much of the past is known.
   *
   * @param generation of whom it is known, −1 where nothing is
   * @param since the oldest transaction whose events may not have been read yet
   */
  record Known(String customer, long generation, String since) {
    static Known nothing(String customer) {
      return new Known(customer, NOBODY, "0");
    }
  }

  /**
   * What is new of a customer.
   *
   * @param profile null where there is none
   * @param events those written since, in no order; all, if it is another generation than known
   */
  record News(@Nullable Profile profile, List<Interaction> events) {
    static final News NONE = new News(null, List.of());
  }

  /** What one look showed, all of the same moment; the news in the order of the customers. */
  record Look(Moment moment, List<News> news) {}

  /**
   * Looks at the database.
   *
   * @param itemsKnownSince the oldest transaction whose items may not have been read yet
   */
  Look look(Connection connection, List<Known> customers, String itemsKnownSince)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOOK)) {
      select.setString(1, ModelRegistry.RECOMMENDER);
      select.setString(2, itemsKnownSince);
      select.setObject(3, customers.stream().map(Known::customer).toArray(String[]::new));
      select.setObject(4, customers.stream().mapToLong(Known::generation).toArray());
      select.setObject(5, customers.stream().map(Known::since).toArray(String[]::new));
      try (ResultSet rows = select.executeQuery()) {
        return read(rows, customers.size());
      }
    }
  }

  private Look read(ResultSet rows, int customers) throws SQLException {
    List<News> news = new ArrayList<>(customers);
    for (int i = 0; i < customers; i++) {
      news.add(News.NONE);
    }
    Moment moment = null;
    while (rows.next()) {
      if (moment == null) {
        moment =
            new Moment(
                rows.getString(1),
                rows.getInt(2),
                rows.getBoolean(3),
                rows.getLong(15),
                rows.getLong(16),
                rows.getLong(17));
      }
      int index = rows.getInt(4) - 1;
      if (index >= 0) {
        news.set(index, plusRow(news.get(index), rows));
      }
    }
    if (moment == null) {
      throw new SQLException("A query without a condition gave no row");
    }
    return new Look(moment, news);
  }

  private News plusRow(News before, ResultSet row) throws SQLException {
    News news = before;
    if (news == News.NONE) {
      long generation = row.getLong(5);
      Profile profile =
          row.wasNull()
              ? null
              : new Profile(generation, (Boolean) row.getObject(6), row.getString(7));
      news = new News(profile, new ArrayList<>());
    }
    long event = row.getLong(8);
    if (!row.wasNull()) {
      news.events().add(interaction(event, row));
    }
    return news;
  }

  private Interaction interaction(long event, ResultSet row) throws SQLException {
    EventType type = EventType.valueOf(row.getString(10));
    double rating = row.getDouble(11);
    Double stars = row.wasNull() ? null : rating;
    long duration = row.getLong(12);
    Long durationMs = row.wasNull() ? null : duration;
    return new Interaction(
        event,
        items.number(row.getString(9)),
        type,
        row.getLong(13),
        weights.of(type, stars, durationMs),
        row.getBoolean(14));
  }
}
