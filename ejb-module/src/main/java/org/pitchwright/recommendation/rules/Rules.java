package org.pitchwright.recommendation.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.governance.Audit;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** The rules that marketing writes for every list, and who changed them. */
@ApplicationScoped
@Transactional
public class Rules {
  /** How many rules there may be: each list is held against all that are in force. */
  public static final int MAX_RULES = 500;

  private static final String SELECT = "SELECT " + RuleRows.COLUMNS + " FROM merchandising_rule r ";

  /** Sorts as the rules apply, in plain characters. */
  private static final String PLACE =
      "(lpad(r.priority::text, 4, '0') || r.rule_key) COLLATE \"C\"";

  private static final String PUT =
      "INSERT INTO merchandising_rule (rule_key, name, kind, scenario, item_ids, categories,"
          + " minimum_price, maximum_price, currency, position, strength, maximum, valid_from,"
          + " valid_until, enabled, priority, updated_by)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (rule_key) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
          + " scenario = excluded.scenario, item_ids = excluded.item_ids,"
          + " categories = excluded.categories, minimum_price = excluded.minimum_price,"
          + " maximum_price = excluded.maximum_price, currency = excluded.currency,"
          + " position = excluded.position, strength = excluded.strength,"
          + " maximum = excluded.maximum, valid_from = excluded.valid_from,"
          + " valid_until = excluded.valid_until, enabled = excluded.enabled,"
          + " priority = excluded.priority, version = merchandising_rule.version + 1,"
          + " updated_at = now(), updated_by = excluded.updated_by";

  @Inject private Database database;
  @Inject private Catalog catalog;
  @Inject private Audit audit;

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  /** All rules in the order in which they apply. */
  public List<Rule> all() {
    return database.list(SELECT + "ORDER BY " + PLACE, RuleRows::rule);
  }

  /** A page of the rules, in the order in which they apply. */
  public Page<Rule> list(int limit, @Nullable String cursor) {
    List<Rule> rows =
        database.list(
            SELECT + "WHERE " + PLACE + " > ? ORDER BY " + PLACE + " LIMIT ?",
            RuleRows::rule,
            Cursor.decode(cursor),
            limit + 1);
    return Page.of(
        rows,
        limit,
        rule -> String.format(Locale.ROOT, "%04d", rule.data().priority()) + rule.key().value());
  }

  /** A rule, if there is one of that key. */
  public Optional<Rule> find(RuleKey key) {
    return database.first(SELECT + "WHERE r.rule_key = ?", RuleRows::rule, key.value());
  }

  /**
   * Refuses what is no rule.
   *
   * @throws ProblemException naming each member that is wrong, or each item that nobody knows
   */
  public void check(RuleData data) {
    List<Violation> found = new ArrayList<>(RuleChecks.check(data));
    if (found.isEmpty()) {
      List<ItemId> items = data.match().items();
      Set<ItemId> known = catalog.findAll(items).keySet();
      for (int i = 0; i < items.size(); i++) {
        if (!known.contains(items.get(i))) {
          found.add(new Violation("/itemIds/" + i, "There is no item " + items.get(i)));
        }
      }
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }

  /**
   * Creates or replaces a rule; it counts from the next list on, on every server.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if the rule is not valid, the version is another one, or there are
   *     {@value #MAX_RULES} rules already
   */
  public Put put(RuleKey key, RuleData data, @Nullable Long expectedVersion, String by) {
    check(data);
    long present = lock(key, expectedVersion);
    if (present == 0) {
      checkRoom();
    }
    RuleMatch match = data.match();
    database.update(
        PUT,
        key.value(),
        data.name(),
        data.kind().name(),
        data.scenario(),
        match.items().stream().map(ItemId::value).toArray(String[]::new),
        match.categories().toArray(String[]::new),
        match.minimumPrice(),
        match.maximumPrice(),
        match.currency(),
        data.position(),
        data.strength(),
        data.maximum(),
        data.validFrom(),
        data.validUntil(),
        data.enabled(),
        data.priority(),
        by);
    audit.record(
        by, present == 0 ? "rule.create" : "rule.update", "rule", key.value(), facts(data));
    return new Put(present == 0, present + 1);
  }

  /**
   * Removes a rule; it counts no more from the next list on.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @throws ProblemException if there is no such rule, or the version is another one
   */
  public void delete(RuleKey key, @Nullable Long expectedVersion, String by) {
    Rule rule = find(key).orElseThrow(() -> ProblemException.notFound("rule", key));
    lock(key, expectedVersion);
    database.update("DELETE FROM merchandising_rule WHERE rule_key = ?", key.value());
    audit.record(by, "rule.delete", "rule", key.value(), facts(rule.data()));
  }

  /** Lets one change of the rules follow the other; gives the version of a rule, 0 for none. */
  private long lock(RuleKey key, @Nullable Long expected) {
    database.first("SELECT revision FROM merchandising_revision FOR UPDATE", row -> true);
    long actual = find(key).map(Rule::version).orElse(0L);
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          actual == 0
              ? "There is no rule " + key + " yet"
              : "Rule " + key + " has version " + actual + ", not " + expected + "; read it again");
    }
    return actual;
  }

  private void checkRoom() {
    long rules =
        database.first("SELECT count(*) FROM merchandising_rule", row -> row.getLong(1)).orElse(0L);
    if (rules >= MAX_RULES) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "There are " + MAX_RULES + " rules already; remove one that has ended");
    }
  }

  /** What the audit keeps of a rule: what it does, where and when. */
  private static Map<String, Object> facts(RuleData data) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", data.name());
    facts.put("kind", data.kind().name());
    keep(facts, "scenario", data.scenario());
    RuleMatch match = data.match();
    if (!match.items().isEmpty()) {
      facts.put("itemIds", match.items().stream().map(ItemId::value).toList());
    }
    if (!match.categories().isEmpty()) {
      facts.put("categories", match.categories());
    }
    keep(facts, "minimumPrice", match.minimumPrice());
    keep(facts, "maximumPrice", match.maximumPrice());
    keep(facts, "currency", match.currency());
    keep(facts, "position", data.position());
    keep(facts, "strength", data.strengthInWords());
    keep(facts, "maximum", data.maximum());
    keep(facts, "validFrom", data.validFrom());
    keep(facts, "validUntil", data.validUntil());
    facts.put("enabled", data.enabled());
    facts.put("priority", data.priority());
    return facts;
  }

  private static void keep(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value.toString());
    }
  }
}
