package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.pitchwright.governance.Audit;
import org.pitchwright.sql.Database;

/**
 * Turns counted pairs into relations. What is kept takes the place of what was kept before in one
 * transaction, and what people have decided stays.
 */
@ApplicationScoped
public class LearnedRelations {
  /** An accessory costs at most this share of what it belongs to. */
  private static final String CHEAPER = "0.34";

  /** Of its baskets at least this share holds what it belongs to. */
  private static final String FOLLOWS = "0.3";

  /** It is bought no earlier in at least this share of the baskets with both. */
  private static final String LATER = "0.8";

  /** Every pair with its counts, and the surest ones of each item. */
  private static final String FOUND =
      "CREATE TEMPORARY TABLE relation_found ON COMMIT DROP AS"
          + " WITH total AS (SELECT count(DISTINCT basket) AS baskets, min(bought_at) AS first_at,"
          + " max(bought_at) AS last_at FROM relation_basket),"
          + " single AS (SELECT item_id, count(*) AS baskets FROM relation_basket GROUP BY item_id),"
          + " counted AS (SELECT p.*, f.baskets AS from_baskets, t.baskets AS to_baskets,"
          + " a.baskets AS all_baskets, a.first_at, a.last_at FROM relation_pair p"
          + " JOIN single f ON f.item_id = p.from_item JOIN single t ON t.item_id = p.to_item"
          + " CROSS JOIN total a),"
          + " measured AS (SELECT c.*, "
          + logLikelihood()
          + " AS log_likelihood FROM counted c"
          + " WHERE c.baskets::float8 * c.all_baskets / (c.from_baskets::float8 * c.to_baskets) >= ?),"
          + " sure AS (SELECT * FROM measured WHERE log_likelihood >= ?),"
          + " ends AS (SELECT s.*, s.from_item AS item FROM sure s"
          + " UNION ALL SELECT s.*, s.to_item FROM sure s),"
          + " placed AS (SELECT e.*, row_number() OVER (PARTITION BY item ORDER BY log_likelihood"
          + " DESC, from_item, to_item) AS place FROM ends e),"
          + " kept AS (SELECT DISTINCT ON (from_item, to_item) * FROM placed WHERE place <= ?"
          + " ORDER BY from_item, to_item)"
          + " SELECT 'BOUGHT_TOGETHER' AS kind, from_item, to_item, 'ACTIVE' AS state,"
          + " baskets AS both_baskets, from_baskets, to_baskets, all_baskets, customers,"
          + " log_likelihood, first_at AS counted_from, last_at AS counted_until FROM kept"
          + " UNION ALL "
          + accessory("from", "to")
          + " UNION ALL "
          + accessory("to", "from");

  private static final String FORGET =
      "DELETE FROM item_relation r WHERE r.origin = 'DATA' AND NOT EXISTS (SELECT 1"
          + " FROM relation_found f WHERE (f.kind, f.from_item, f.to_item)"
          + " = (r.kind, r.from_item, r.to_item))";

  /** What people decided stands also where the data say nothing any more. */
  private static final String DISPROVE =
      "UPDATE item_relation r SET both_baskets = NULL, from_baskets = NULL, to_baskets = NULL,"
          + " all_baskets = NULL, customers = NULL, log_likelihood = NULL, counted_from = NULL,"
          + " counted_until = NULL, execution_id = NULL, version = version + 1"
          + " WHERE r.origin = 'HAND' AND r.both_baskets IS NOT NULL AND NOT EXISTS (SELECT 1"
          + " FROM relation_found f WHERE (f.kind, f.from_item, f.to_item)"
          + " = (r.kind, r.from_item, r.to_item))";

  private static final String COUNTS =
      "both_baskets, from_baskets, to_baskets, all_baskets, customers";

  private static final String KEEP =
      "INSERT INTO item_relation AS r (kind, from_item, to_item, state, origin, "
          + COUNTS
          + ", log_likelihood, counted_from, counted_until, execution_id, updated_by)"
          + " SELECT kind, from_item, to_item, state, 'DATA', "
          + COUNTS
          + ", log_likelihood, counted_from, counted_until, ?, '"
          + RecommenderJobs.LEARN_RELATIONS
          + "' FROM relation_found ON CONFLICT (kind, from_item, to_item) DO UPDATE SET"
          + " both_baskets = excluded.both_baskets, from_baskets = excluded.from_baskets,"
          + " to_baskets = excluded.to_baskets, all_baskets = excluded.all_baskets,"
          + " customers = excluded.customers, log_likelihood = excluded.log_likelihood,"
          + " counted_from = excluded.counted_from, counted_until = excluded.counted_until,"
          + " execution_id = excluded.execution_id, version = r.version + 1,"
          + " updated_at = CASE r.origin WHEN 'DATA' THEN now() ELSE r.updated_at END"
          + " WHERE (r.both_baskets, r.from_baskets, r.to_baskets, r.all_baskets, r.customers)"
          + " IS DISTINCT FROM (excluded.both_baskets, excluded.from_baskets,"
          + " excluded.to_baskets, excluded.all_baskets, excluded.customers)";

  @Inject private Database database;
  @Inject private Audit audit;

  /**
   * What came of a run.
   *
   * @param together pairs that are bought together
   * @param suggested accessories for people to agree to or refuse
   */
  public record Outcome(long together, long suggested) {}

  /**
   * Keeps what was counted, and forgets what earlier runs found and this one did not.
   *
   * @param by who started the job
   */
  @Transactional
  public Outcome keep(RelationThresholds thresholds, long executionId, String by) {
    Outcome outcome = replace(thresholds, executionId);
    audit.record(
        by,
        "relation.learn",
        "relation",
        Long.toString(executionId),
        Map.of("together", outcome.together(), "suggested", outcome.suggested()));
    return outcome;
  }

  Outcome replace(RelationThresholds thresholds, long executionId) {
    database.first("SELECT revision FROM relation_revision FOR UPDATE", row -> true);
    database.update(
        FOUND, thresholds.minimumLift(), thresholds.minimumLogLikelihood(), thresholds.perItem());
    database.update(FORGET);
    database.update(DISPROVE);
    database.update(KEEP, executionId);
    return database
        .first(
            "SELECT count(*) FILTER (WHERE kind = 'BOUGHT_TOGETHER'),"
                + " count(*) FILTER (WHERE kind = 'ACCESSORY_OF') FROM relation_found",
            row -> new Outcome(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /** For tests outside the container. */
  static LearnedRelations within(Database database) {
    LearnedRelations relations = new LearnedRelations();
    relations.database = database;
    return relations;
  }

  /**
   * Dunning's ratio for the four counts of a pair, from sums of x·ln x: of both, one, the other and
   * neither, less those of the margins.
   */
  private static String logLikelihood() {
    return "greatest(0, 2 * ("
        + term("baskets")
        + " + "
        + term("from_baskets - baskets")
        + " + "
        + term("to_baskets - baskets")
        + " + "
        + term("all_baskets - from_baskets - to_baskets + baskets")
        + " - "
        + term("from_baskets")
        + " - "
        + term("all_baskets - from_baskets")
        + " - "
        + term("to_baskets")
        + " - "
        + term("all_baskets - to_baskets")
        + " + "
        + term("all_baskets")
        + "))";
  }

  private static String term(String count) {
    return "CASE WHEN "
        + count
        + " > 0 THEN ("
        + count
        + ") * ln(("
        + count
        + ")::float8) ELSE 0 END";
  }

  /**
   * Of the pairs that are kept, those of which one is much cheaper, seldom bought without the
   * other, and not before it.
   */
  private static String accessory(String accessory, String main) {
    return "SELECT 'ACCESSORY_OF', k."
        + accessory
        + "_item, k."
        + main
        + "_item, 'SUGGESTED', k.baskets, k."
        + accessory
        + "_baskets, k."
        + main
        + "_baskets, k.all_baskets, k.customers, k.log_likelihood, k.first_at, k.last_at FROM kept k"
        + " JOIN item accessory ON accessory.item_id = k."
        + accessory
        + "_item JOIN item main ON main.item_id = k."
        + main
        + "_item WHERE accessory.currency = main.currency AND accessory.price <= "
        + CHEAPER
        + " * main.price AND k.baskets >= "
        + FOLLOWS
        + " * k."
        + accessory
        + "_baskets AND k."
        + main
        + "_first >= "
        + LATER
        + " * k.baskets";
  }
}
