package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.governance.Audit;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.recommendation.rules.RuleChecks;
import org.pitchwright.recommendation.rules.RuleKey;
import org.pitchwright.sql.Database;

/** What is never shown after what was bought, and who says so. */
@ApplicationScoped
@Transactional
public class LogicalRules {
  /** How many rules there may be. */
  public static final int MAX_RULES = 1_000;

  public static final int MAX_DAYS = 3_650;

  private static final String SELECT =
      "SELECT " + RelationRows.RULE_COLUMNS + " FROM logical_rule ";

  private static final String PUT =
      "INSERT INTO logical_rule AS r (rule_key, never_item, never_category, after_item,"
          + " after_category, days, note, enabled, updated_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (rule_key) DO UPDATE SET never_item = excluded.never_item,"
          + " never_category = excluded.never_category, after_item = excluded.after_item,"
          + " after_category = excluded.after_category, days = excluded.days,"
          + " note = excluded.note, enabled = excluded.enabled, version = r.version + 1,"
          + " updated_at = now(), updated_by = excluded.updated_by";

  @Inject private Database database;
  @Inject private Catalog catalog;
  @Inject private Audit audit;

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  /** All rules, by key. */
  public List<LogicalRule> all() {
    return database.list(SELECT + "ORDER BY rule_key", RelationRows::rule);
  }

  /** A page of the rules, by key. */
  public Page<LogicalRule> list(int limit, @Nullable String cursor) {
    List<LogicalRule> rows =
        database.list(
            SELECT + "WHERE rule_key > ? ORDER BY rule_key LIMIT ?",
            RelationRows::rule,
            Cursor.decode(cursor),
            limit + 1);
    return Page.of(rows, limit, rule -> rule.key().value());
  }

  /** A rule, if there is one of that key. */
  public Optional<LogicalRule> find(RuleKey key) {
    return database.first(SELECT + "WHERE rule_key = ?", RelationRows::rule, key.value());
  }

  /**
   * Creates or replaces a rule; it counts from the next list on, on every server.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if the rule is not valid, the version is another one, or there are
   *     {@value #MAX_RULES} rules already
   */
  public Put put(RuleKey key, LogicalRuleData data, @Nullable Long expectedVersion, String by) {
    check(data);
    RevisionLock.take(database);
    long present = find(key).map(LogicalRule::version).orElse(0L);
    RevisionLock.check(expectedVersion, present, "rule " + key);
    if (present == 0) {
      checkRoom();
    }
    database.update(
        PUT,
        key.value(),
        data.never().itemKey(),
        data.never().category(),
        data.after().itemKey(),
        data.after().category(),
        data.days(),
        data.note(),
        data.enabled(),
        by);
    audit.record(
        by,
        present == 0 ? "logical-rule.create" : "logical-rule.update",
        "logical-rule",
        key.value(),
        facts(data));
    return new Put(present == 0, present + 1);
  }

  private void check(LogicalRuleData data) {
    List<Violation> found = new ArrayList<>();
    check(found, "never", data.never());
    check(found, "after", data.after());
    Integer days = data.days();
    if (days != null && (days < 1 || days > MAX_DAYS)) {
      found.add(
          new Violation(
              "/days", "days must be a whole number from 1 to " + MAX_DAYS + ", not " + days));
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
    RevisionLock.checkNote(data.note());
  }

  private void check(List<Violation> found, String member, Subject subject) {
    String category = subject.category();
    if ((subject.item() == null) == (category == null)) {
      found.add(new Violation("/" + member, member + " must name an item or a category"));
    } else if (category != null) {
      if (category.isBlank()
          || category.length() > RuleChecks.MAX_CATEGORY
          || category.indexOf('\0') >= 0) {
        found.add(
            new Violation(
                "/" + member + "/category",
                "category must have 1 to " + RuleChecks.MAX_CATEGORY + " characters"));
      }
    } else if (subject.item() != null && catalog.find(subject.item()).isEmpty()) {
      found.add(new Violation("/" + member + "/itemId", "There is no item " + subject.item()));
    }
  }

  private void checkRoom() {
    long rules =
        database.first("SELECT count(*) FROM logical_rule", row -> row.getLong(1)).orElse(0L);
    if (rules >= MAX_RULES) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There are " + MAX_RULES + " rules already; remove one");
    }
  }

  /**
   * Removes a rule; it counts no more from the next list on.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @throws ProblemException if there is no such rule, or the version is another one
   */
  public void delete(RuleKey key, @Nullable Long expectedVersion, String by) {
    RevisionLock.take(database);
    LogicalRule rule = find(key).orElseThrow(() -> ProblemException.notFound("logical rule", key));
    RevisionLock.check(expectedVersion, rule.version(), "rule " + key);
    database.update("DELETE FROM logical_rule WHERE rule_key = ?", key.value());
    audit.record(by, "logical-rule.delete", "logical-rule", key.value(), facts(rule.data()));
  }

  private static Map<String, Object> facts(LogicalRuleData data) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("never", data.never().toString());
    facts.put("after", data.after().toString());
    Integer days = data.days();
    if (days != null) {
      facts.put("days", days);
    }
    if (data.note() != null) {
      facts.put("note", data.note());
    }
    facts.put("enabled", data.enabled());
    return facts;
  }
}
