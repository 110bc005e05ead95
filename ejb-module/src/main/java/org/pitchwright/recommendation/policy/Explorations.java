package org.pitchwright.recommendation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.policy.ExplorationReport.Comparison;
import org.pitchwright.recommendation.policy.RatioSums.Cross;
import org.pitchwright.sql.Database;

/**
 * What was tried, and what lists without trying would have brought, by what is kept of each list.
 *
 * <p>A place counts where chance decided about it, that is, where the propensity of its item is
 * below 1. What comes of an item is taken to depend on the item and its place, not on the others
 * (the item-position model, Li et al. 2018). Then places that kept their greedy item, each weighed
 * by one over its propensity, tell what all of these places would have brought without trying:
 * inverse propensity scoring, self-normalised (SNIPS, Swaminathan and Joachims 2015), so that it
 * stays a rate.
 */
@ApplicationScoped
@Transactional
public class Explorations {
  /** The longest period: each list of it is read. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /**
   * For each list: n places, t of them tried, w the weight of the others, s the sum of its squares,
   * c clicks, b purchases, and wc, wb the weights of clicks and purchases of greedy items. Then
   * sums over lists.
   */
  private static final String SUMS =
      "WITH place AS (SELECT s.request_id, one.item_id,"
          + " CASE one.kind WHEN 'EXPLORATION' THEN 0 ELSE 1 / one.propensity::float8 END AS weight,"
          + " EXISTS (SELECT 1 FROM recommendation_outcome o WHERE o.request_id = s.request_id"
          + " AND o.item_id = one.item_id AND o.outcome = 'CLICK')::int AS clicked,"
          + " EXISTS (SELECT 1 FROM recommendation_outcome o WHERE o.request_id = s.request_id"
          + " AND o.item_id = one.item_id AND o.outcome = 'PURCHASE')::int AS bought"
          + " FROM recommendation_served s CROSS JOIN LATERAL"
          + " unnest(s.item_ids, s.propensities, s.reason_kinds) AS one (item_id, propensity, kind)"
          + " WHERE s.served_at >= ? AND s.served_at < ? AND one.propensity < 1),"
          + " list AS (SELECT count(*)::float8 AS n,"
          + " (count(*) FILTER (WHERE weight = 0))::float8 AS t,"
          + " sum(weight) AS w, sum(weight * weight) AS s,"
          + " sum(clicked)::float8 AS c, sum(bought)::float8 AS b,"
          + " sum(weight * clicked) AS wc, sum(weight * bought) AS wb"
          + " FROM place GROUP BY request_id)"
          + " SELECT count(*), coalesce(sum(n), 0), coalesce(sum(t), 0), coalesce(sum(w), 0),"
          + " coalesce(sum(s), 0), sum(n * n), sum(w * w), sum(w * n),"
          + " sum(c), sum(c * c), sum(c * n), sum(wc), sum(wc * wc), sum(wc * w),"
          + " sum(wc * c), sum(wc * n), sum(w * c),"
          + " sum(b), sum(b * b), sum(b * n), sum(wb), sum(wb * wb), sum(wb * w),"
          + " sum(wb * b), sum(wb * n), sum(w * b) FROM list";

  /** Where the sums about clicks begin, and those about purchases. */
  private static final int CLICKS = 9;

  private static final int PURCHASES = 18;

  @Inject private Database database;

  /**
   * What was tried from one moment until before another, wherever it was shown.
   *
   * @throws ProblemException if the period does not begin before it ends, or is longer than a year
   */
  public ExplorationReport report(OffsetDateTime from, OffsetDateTime to) {
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("/to", "to must lie after from");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw ProblemException.invalid(
          "/to", "to must lie at most " + LONGEST.toDays() + " days after from");
    }
    return database.first(SUMS, row -> report(from, to, row), from, to).orElseThrow();
  }

  private static ExplorationReport report(OffsetDateTime from, OffsetDateTime to, ResultSet row)
      throws SQLException {
    double weight = row.getDouble(4);
    double squares = row.getDouble(5);
    return new ExplorationReport(
        from,
        to,
        row.getLong(1),
        Math.round(row.getDouble(2)),
        Math.round(row.getDouble(3)),
        squares == 0 ? 0 : weight * weight / squares,
        comparison(row, CLICKS),
        comparison(row, PURCHASES));
  }

  private static Comparison comparison(ResultSet row, int at) throws SQLException {
    double places = row.getDouble(2);
    double weight = row.getDouble(4);
    double placesWithPlaces = row.getDouble(6);
    double weightWithWeight = row.getDouble(7);
    double weightWithPlaces = row.getDouble(8);
    RatioSums shown =
        new RatioSums(
            row.getDouble(at),
            places,
            row.getDouble(at + 1),
            row.getDouble(at + 2),
            placesWithPlaces);
    RatioSums greedy =
        new RatioSums(
            row.getDouble(at + 3),
            weight,
            row.getDouble(at + 4),
            row.getDouble(at + 5),
            weightWithWeight);
    Cross cross =
        new Cross(
            row.getDouble(at + 6), row.getDouble(at + 7), row.getDouble(at + 8), weightWithPlaces);
    return new Comparison(shown.estimate(), greedy.estimate(), greedy.minus(shown, cross));
  }
}
