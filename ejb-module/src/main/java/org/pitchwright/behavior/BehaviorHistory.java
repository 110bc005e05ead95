package org.pitchwright.behavior;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.sql.Database;

/** Reads what customers did, and what was found wrong with it. */
@Stateless
public class BehaviorHistory {
  @Inject private Database database;

  /**
   * One event of a customer.
   *
   * @param title of the item as it is now; null if the item is not known
   * @param rejection why the cleansing job left it out; null if it did not
   */
  public record Entry(
      long id,
      EventType type,
      @Nullable String itemId,
      @Nullable String title,
      OffsetDateTime at,
      @Nullable Double rating,
      @Nullable Integer quantity,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable String rejection) {}

  /** How many events of a type happened on a day. */
  public record DailyCount(LocalDate day, EventType type, long count) {}

  /** An event that the cleansing job left out, and why. */
  public record Rejection(
      long id,
      String eventId,
      EventType type,
      @Nullable String customerId,
      @Nullable String itemId,
      OffsetDateTime at,
      String reason,
      String detail,
      OffsetDateTime rejectedAt) {}

  /** How many events were left out for a reason. */
  public record ReasonCount(String reason, long count) {}

  /** A customer's latest events, latest first. */
  public List<Entry> of(CustomerId customer, int limit) {
    String sql =
        "SELECT e.id, e.type, e.item_id, i.title, e.at, e.rating, e.quantity, e.amount,"
            + " e.currency, r.reason FROM event e LEFT JOIN item i ON i.item_id = e.item_id"
            + " LEFT JOIN event_rejection r ON r.event = e.id WHERE e.customer_id = ?"
            + " ORDER BY e.at DESC, e.id DESC LIMIT ?";
    return database.list(sql, BehaviorHistory::entry, customer.value(), limit);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        EventType.valueOf(row.getString("type")),
        row.getString("item_id"),
        row.getString("title"),
        row.getObject("at", OffsetDateTime.class),
        number(row),
        (Integer) row.getObject("quantity"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("reason"));
  }

  private static @Nullable Double number(ResultSet row) throws SQLException {
    double rating = row.getDouble("rating");
    return row.wasNull() ? null : rating;
  }

  /** Events of each day and type, from a day on, by the calendar of a zone. */
  public List<DailyCount> perDay(LocalDate from, ZoneId zone) {
    String sql =
        "SELECT (at AT TIME ZONE ?)::date AS day, type, count(*) AS events FROM event"
            + " WHERE at >= ? AND at <= now() GROUP BY 1, 2 ORDER BY 1, 2";
    return database.list(
        sql,
        row ->
            new DailyCount(
                row.getObject("day", LocalDate.class),
                EventType.valueOf(row.getString("type")),
                row.getLong("events")),
        zone.getId(),
        from.atStartOfDay(zone).toOffsetDateTime());
  }

  /** How many events the cleansing job left out, for each reason, most first. */
  public List<ReasonCount> rejectionReasons() {
    return database.list(
        "SELECT reason, count(*) AS events FROM event_rejection GROUP BY reason ORDER BY 2 DESC, 1",
        row -> new ReasonCount(row.getString("reason"), row.getLong("events")));
  }

  /**
   * Events that the cleansing job left out, in the order in which they came.
   *
   * @param reason exactly this one; null or empty for all
   */
  public Page<Rejection> rejections(@Nullable String reason, int limit, @Nullable String cursor) {
    String after = Cursor.decode(cursor);
    String wanted = reason == null ? "" : reason;
    String sql =
        "SELECT e.id, e.event_id, e.type, e.customer_id, e.item_id, e.at, r.reason, r.detail,"
            + " r.rejected_at FROM event_rejection r JOIN event e ON e.id = r.event"
            + " WHERE r.event > ? AND (? = '' OR r.reason = ?) ORDER BY r.event LIMIT ?";
    List<Rejection> rows =
        database.list(
            sql,
            BehaviorHistory::rejection,
            after.isEmpty() ? 0L : Long.parseLong(after),
            wanted,
            wanted,
            limit + 1);
    return Page.of(rows, limit, rejection -> Long.toString(rejection.id()));
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        row.getLong("id"),
        row.getString("event_id"),
        EventType.valueOf(row.getString("type")),
        row.getString("customer_id"),
        row.getString("item_id"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("reason"),
        row.getString("detail"),
        row.getObject("rejected_at", OffsetDateTime.class));
  }

  /** How many events wait for the cleansing job. */
  public long waiting() {
    return database
        .first(
            "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM cleansed_event)"
                + " - (SELECT count(*) FROM event_rejection)",
            row -> row.getLong(1))
        .orElse(0L);
  }
}
