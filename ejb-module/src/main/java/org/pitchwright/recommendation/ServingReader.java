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

/** Reads, for a whole batch at a time, what serving must know at this very moment. */
final class ServingReader {
  private static final String SNAPSHOT =
      "SELECT pg_snapshot_xmin(pg_current_snapshot())::text, coalesce((SELECT version"
          + " FROM model_version WHERE name = ? AND stage = 'CHAMPION'), 0),"
          + " (SELECT count(*) FROM (SELECT 1 FROM item WHERE written_by >= ?::xid8 LIMIT 1) i)";
  private static final String PROFILES =
      "SELECT a.n, c.generation, c.personalization, c.language"
          + " FROM unnest(?::text[]) WITH ORDINALITY a (customer_id, n)"
          + " JOIN customer c ON c.customer_id = a.customer_id";
  private static final String EVENTS =
      "SELECT a.n, e.id, e.item_id, e.type, e.rating, e.duration_ms,"
          + " (extract(epoch FROM least(e.at, e.received_at)) * 1000)::bigint,"
          + " e.written_by >= ?::xid8"
          + " FROM unnest(?::text[], ?::text[]) WITH ORDINALITY a (customer_id, since, n)"
          + " CROSS JOIN LATERAL (SELECT * FROM event WHERE event.customer_id = a.customer_id"
          + " AND event.written_by >= a.since::xid8 AND event.item_id IS NOT NULL OFFSET 0) e";

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
   */
  record Moment(String xmin, int championVersion, boolean itemsChanged) {}

  /** Who a customer is to serving; null members where the CRM said nothing. */
  record Profile(long generation, @Nullable Boolean personalization, @Nullable String language) {}

  Moment moment(Connection connection, String itemsKnownSince) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SNAPSHOT)) {
      select.setString(1, ModelRegistry.RECOMMENDER);
      select.setString(2, itemsKnownSince);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Moment(row.getString(1), row.getInt(2), row.getInt(3) > 0);
      }
    }
  }

  /** The profiles of customers, in their order; null for one that is not known. */
  List<@Nullable Profile> profiles(Connection connection, List<String> customers)
      throws SQLException {
    List<@Nullable Profile> profiles = new ArrayList<>();
    customers.forEach(customer -> profiles.add(null));
    try (PreparedStatement select = connection.prepareStatement(PROFILES)) {
      select.setObject(1, customers.toArray(String[]::new));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          profiles.set(
              rows.getInt(1) - 1,
              new Profile(rows.getLong(2), (Boolean) rows.getObject(3), rows.getString(4)));
        }
      }
    }
    return profiles;
  }

  /** The events of customers that were written since each one's own transaction, in no order. */
  List<List<Interaction>> events(
      Connection connection, List<String> customers, List<String> since, String xmin)
      throws SQLException {
    List<List<Interaction>> events = new ArrayList<>();
    customers.forEach(customer -> events.add(new ArrayList<>()));
    try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
      select.setString(1, xmin);
      select.setObject(2, customers.toArray(String[]::new));
      select.setObject(3, since.toArray(String[]::new));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.get(rows.getInt(1) - 1).add(interaction(rows));
        }
      }
    }
    return events;
  }

  private Interaction interaction(ResultSet row) throws SQLException {
    EventType type = EventType.valueOf(row.getString(4));
    double rating = row.getDouble(5);
    Double stars = row.wasNull() ? null : rating;
    long duration = row.getLong(6);
    Long durationMs = row.wasNull() ? null : duration;
    return new Interaction(
        row.getLong(2),
        items.number(row.getString(3)),
        type,
        row.getLong(7),
        weights.of(type, stars, durationMs),
        row.getBoolean(8));
  }
}
