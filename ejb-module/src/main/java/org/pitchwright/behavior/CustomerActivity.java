package org.pitchwright.behavior;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.sql.Database;
import org.pitchwright.sql.Like;

/** Customers as people leaf through them, each with how active they are. */
@Stateless
public class CustomerActivity {
  private static final String WHERE =
      " FROM customer c WHERE (? = '' OR (c.customer_id || ' ' || coalesce(c.name, '') || ' '"
          + " || coalesce(c.email, '')) ILIKE ?)";

  @Inject private Database database;

  /**
   * A customer in the list.
   *
   * @param stub whether only events have told of the customer so far
   * @param events how many there are, of any kind
   * @param lastSeen time of the latest event; null without any
   */
  public record Row(
      String customerId,
      @Nullable String name,
      @Nullable String email,
      boolean stub,
      long events,
      @Nullable OffsetDateTime lastSeen) {}

  /** A customer and when they were last seen. */
  public record Seen(String customerId, @Nullable String name, OffsetDateTime at) {}

  /** The customers who did something last, latest first. */
  public List<Seen> latest(int limit) {
    return database.list(
        "SELECT e.customer_id, c.name, max(e.at) AS at FROM (SELECT customer_id, at FROM event"
            + " WHERE at <= now() AND customer_id IS NOT NULL ORDER BY at DESC LIMIT 10000) e"
            + " JOIN customer c USING (customer_id) GROUP BY e.customer_id, c.name"
            + " ORDER BY 3 DESC, 1 LIMIT ?",
        row ->
            new Seen(
                row.getString("customer_id"),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class)),
        limit);
  }

  /**
   * How many customers there are.
   *
   * @param words part of key, name or e-mail address; null or empty for all
   */
  public long count(@Nullable String words) {
    String wanted = wanted(words);
    return database
        .first("SELECT count(*)" + WHERE, row -> row.getLong(1), wanted, Like.containing(wanted))
        .orElse(0L);
  }

  /** Customers in the order of their keys. */
  public List<Row> page(@Nullable String words, int offset, int limit) {
    String wanted = wanted(words);
    String sql =
        "SELECT p.customer_id, p.name, p.email, p.stub, a.events, a.last_seen FROM"
            + " (SELECT c.customer_id, c.name, c.email, c.stub"
            + WHERE
            + " ORDER BY c.customer_id LIMIT ? OFFSET ?) p CROSS JOIN LATERAL (SELECT count(*)"
            + " AS events, max(e.at) AS last_seen FROM event e"
            + " WHERE e.customer_id = p.customer_id) a ORDER BY p.customer_id";
    return database.list(
        sql,
        row ->
            new Row(
                row.getString("customer_id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("stub"),
                row.getLong("events"),
                row.getObject("last_seen", OffsetDateTime.class)),
        wanted,
        Like.containing(wanted),
        limit,
        offset);
  }

  private static String wanted(@Nullable String words) {
    return words == null ? "" : words.strip();
  }
}
