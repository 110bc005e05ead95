package org.pitchwright.recommendation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.sql.Database;

/**
 * How much is recommended, to whom, and what comes of it. What people look at in the product itself
 * ({@link #PREVIEW}) does not count.
 */
@Stateless
public class RecommendationFigures {
  /** The scenario of answers that were made for a look, and not for the customer. */
  public static final String PREVIEW = "PREVIEW";

  @Inject private Database database;

  /**
   * What was served in a period.
   *
   * @param answers requests that were answered
   * @param shown items in those answers
   * @param clicked of those items, the ones that were clicked at least once
   * @param bought of those items, the ones that were bought
   */
  public record Served(long answers, long shown, long clicked, long bought) {
    /** Clicked items per item shown, 0 to 1; null while nothing was shown. */
    public @Nullable Double clickRate() {
      return shown == 0 ? null : (double) clicked / shown;
    }
  }

  /** How much of a whole was reached. */
  public record Coverage(long reached, long total) {
    /** Share of the whole, 0 to 1; null for an empty whole. */
    public @Nullable Double share() {
      return total == 0 ? null : (double) reached / total;
    }
  }

  /** Answers and clicked items of a day. */
  public record Day(LocalDate day, long answers, long clicks) {}

  /** What was served since a moment, and what came of it. */
  public Served served(OffsetDateTime since) {
    String sql =
        "SELECT (SELECT count(*) FROM recommendation_served WHERE served_at >= ? AND scenario <> ?)"
            + " AS answers, (SELECT coalesce(sum(cardinality(item_ids)), 0) FROM"
            + " recommendation_served WHERE served_at >= ? AND scenario <> ?) AS shown,"
            + " count(DISTINCT (o.request_id, o.item_id)) FILTER (WHERE o.outcome = 'CLICK')"
            + " AS clicked, count(DISTINCT (o.request_id, o.item_id)) FILTER"
            + " (WHERE o.outcome = 'PURCHASE') AS bought FROM recommendation_outcome o"
            + " JOIN recommendation_served s USING (request_id)"
            + " WHERE s.served_at >= ? AND s.scenario <> ?";
    return database
        .first(
            sql,
            row -> new Served(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
            since,
            PREVIEW,
            since,
            PREVIEW,
            since,
            PREVIEW)
        .orElseThrow();
  }

  /** How many of the active items were recommended to anybody since a moment. */
  public Coverage itemCoverage(OffsetDateTime since) {
    return coverage(
        "SELECT (SELECT count(DISTINCT i.item_id) FROM recommendation_served s CROSS JOIN"
            + " unnest(s.item_ids) AS shown (item_id) JOIN item i ON i.item_id = shown.item_id"
            + " AND i.active WHERE s.served_at >= ? AND s.scenario <> ?),"
            + " (SELECT count(*) FROM item WHERE active)",
        since);
  }

  /** How many of the customers got a recommendation since a moment. */
  public Coverage customerCoverage(OffsetDateTime since) {
    return coverage(
        "SELECT (SELECT count(DISTINCT customer_id) FROM recommendation_served"
            + " WHERE served_at >= ? AND scenario <> ?), (SELECT count(*) FROM customer)",
        since);
  }

  private Coverage coverage(String sql, OffsetDateTime since) {
    return database
        .first(sql, row -> new Coverage(row.getLong(1), row.getLong(2)), since, PREVIEW)
        .orElseThrow();
  }

  /** Answers and clicks of each day on which there was an answer, by the calendar of a zone. */
  public List<Day> perDay(LocalDate from, ZoneId zone) {
    String sql =
        "SELECT (s.served_at AT TIME ZONE ?)::date AS day, count(DISTINCT s.request_id),"
            + " count(DISTINCT (o.request_id, o.item_id)) FILTER (WHERE o.outcome = 'CLICK')"
            + " FROM recommendation_served s LEFT JOIN recommendation_outcome o USING (request_id)"
            + " WHERE s.served_at >= ? AND s.scenario <> ? GROUP BY 1 ORDER BY 1";
    return database.list(
        sql,
        row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)),
        zone.getId(),
        from.atStartOfDay(zone).toOffsetDateTime(),
        PREVIEW);
  }
}
