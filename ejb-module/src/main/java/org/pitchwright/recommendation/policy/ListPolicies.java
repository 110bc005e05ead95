package org.pitchwright.recommendation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.governance.Audit;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** How lists are mixed, for everywhere and for each place that differs, and who changed it. */
@ApplicationScoped
@Transactional
public class ListPolicies {
  /** How many places may differ: each server keeps them all in memory. */
  public static final int MAX_POLICIES = 200;

  private static final String SELECT = "SELECT " + PolicyRows.COLUMNS + " FROM list_policy ";

  /** Sorts everywhere first, then by the name of the place, in plain characters. */
  private static final String PLACE =
      "((CASE scenario WHEN 'default' THEN '0' ELSE '1' END) || scenario) COLLATE \"C\"";

  private static final String PUT =
      "INSERT INTO list_policy (scenario, diversity, calibration, exploration, exploration_pool,"
          + " updated_by) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (scenario) DO UPDATE SET diversity = excluded.diversity,"
          + " calibration = excluded.calibration, exploration = excluded.exploration,"
          + " exploration_pool = excluded.exploration_pool, version = list_policy.version + 1,"
          + " updated_at = now(), updated_by = excluded.updated_by";

  @Inject private Database database;
  @Inject private Audit audit;

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  /** All policies, the one for everywhere first. */
  public List<SavedPolicy> all() {
    return database.list(SELECT + "ORDER BY " + PLACE, PolicyRows::saved);
  }

  /** A page of the policies, the one for everywhere first. */
  public Page<SavedPolicy> list(int limit, @Nullable String cursor) {
    List<SavedPolicy> rows =
        database.list(
            SELECT + "WHERE " + PLACE + " > ? ORDER BY " + PLACE + " LIMIT ?",
            PolicyRows::saved,
            Cursor.decode(cursor),
            limit + 1);
    return Page.of(
        rows,
        limit,
        saved -> (saved.scenario().isEverywhere() ? "0" : "1") + saved.scenario().value());
  }

  /** The policy of a place, if it has one of its own. */
  public Optional<SavedPolicy> find(PolicyScenario scenario) {
    return database.first(SELECT + "WHERE scenario = ?", PolicyRows::saved, scenario.value());
  }

  /** The policy that counts at a place: its own, or else the one for everywhere. */
  public ListPolicy inForce(PolicyScenario scenario) {
    return find(scenario)
        .or(() -> find(PolicyScenario.DEFAULT))
        .map(SavedPolicy::policy)
        .orElse(ListPolicy.OFF);
  }

  /**
   * Refuses what is no policy.
   *
   * @throws ProblemException naming each member that is out of its range
   */
  public void check(ListPolicy policy) {
    List<Violation> found = policy.violations();
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }

  /**
   * Sets the policy of a place; it counts from the next list on, on every server.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if the policy is not valid, the version is another one, or {@value
   *     #MAX_POLICIES} places have one already
   */
  public Put put(
      PolicyScenario scenario, ListPolicy policy, @Nullable Long expectedVersion, String by) {
    check(policy);
    long present = lock(scenario, expectedVersion);
    if (present == 0) {
      checkRoom();
    }
    database.update(
        PUT,
        scenario.value(),
        policy.diversity(),
        policy.calibration(),
        policy.exploration(),
        policy.explorationPool(),
        by);
    record(by, present == 0 ? "list-policy.create" : "list-policy.update", scenario, policy);
    return new Put(present == 0, present + 1);
  }

  /**
   * Takes the policy of a place away, so that the one for everywhere counts there; taken away from
   * everywhere, nothing is mixed.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @throws ProblemException if there is no such policy, or the version is another one
   */
  public void delete(PolicyScenario scenario, @Nullable Long expectedVersion, String by) {
    SavedPolicy saved =
        find(scenario).orElseThrow(() -> ProblemException.notFound("list policy", scenario));
    lock(scenario, expectedVersion);
    database.update("DELETE FROM list_policy WHERE scenario = ?", scenario.value());
    record(by, "list-policy.delete", scenario, saved.policy());
  }

  /** Lets one change follow the other; gives the version of a policy, 0 for none. */
  private long lock(PolicyScenario scenario, @Nullable Long expected) {
    database.first("SELECT revision FROM merchandising_revision FOR UPDATE", row -> true);
    long actual = find(scenario).map(SavedPolicy::version).orElse(0L);
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          actual == 0
              ? "There is no list policy for " + scenario + " yet"
              : "The list policy for "
                  + scenario
                  + " has version "
                  + actual
                  + ", not "
                  + expected
                  + "; read it again");
    }
    return actual;
  }

  private void checkRoom() {
    long policies =
        database.first("SELECT count(*) FROM list_policy", row -> row.getLong(1)).orElse(0L);
    if (policies >= MAX_POLICIES) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          MAX_POLICIES + " places have a list policy already; remove one that is needed no more");
    }
  }

  private void record(String by, String action, PolicyScenario scenario, ListPolicy policy) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("diversity", policy.diversity());
    facts.put("calibration", policy.calibration());
    facts.put("exploration", policy.exploration());
    facts.put("explorationPool", policy.explorationPool());
    audit.record(by, action, "list-policy", scenario.value(), facts);
  }
}
