package org.pitchwright.recommendation.rules;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.pitchwright.catalog.ItemId;

/** Rules as rows of the database. */
public final class RuleRows {
  /** The columns of a rule, in the order of {@code merchandising_rule r}. */
  static final String COLUMNS =
      "r.rule_key, r.name, r.kind, r.scenario, r.item_ids, r.categories, r.minimum_price,"
          + " r.maximum_price, r.currency, r.position, r.strength, r.maximum, r.valid_from,"
          + " r.valid_until, r.enabled, r.priority, r.version, r.updated_at, r.updated_by";

  private static final String STILL_OF_USE =
      "SELECT m.revision, "
          + COLUMNS
          + " FROM merchandising_revision m LEFT JOIN merchandising_rule r"
          + " ON r.enabled AND coalesce(r.valid_until > now(), true)"
          + " ORDER BY r.priority, r.rule_key";

  private RuleRows() {}

  /** Rules in the order in which they apply, with the number of changes that led to them. */
  public record Revision(long number, List<Rule> rules) {}

  /** The rules that apply now or later, all of one moment. */
  public static Revision read(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(STILL_OF_USE);
        ResultSet rows = select.executeQuery()) {
      long number = 0;
      List<Rule> rules = new ArrayList<>();
      while (rows.next()) {
        number = rows.getLong("revision");
        if (rows.getString("rule_key") != null) {
          rules.add(rule(rows));
        }
      }
      return new Revision(number, List.copyOf(rules));
    }
  }

  static Rule rule(ResultSet row) throws SQLException {
    RuleMatch match =
        new RuleMatch(
            texts(row, "item_ids").stream().map(ItemId::new).toList(),
            texts(row, "categories"),
            row.getBigDecimal("minimum_price"),
            row.getBigDecimal("maximum_price"),
            row.getString("currency"));
    RuleData data =
        new RuleData(
            row.getString("name"),
            RuleKind.valueOf(row.getString("kind")),
            row.getString("scenario"),
            match,
            row.getObject("position", Integer.class),
            row.getObject("strength", Double.class),
            row.getObject("maximum", Integer.class),
            row.getObject("valid_from", OffsetDateTime.class),
            row.getObject("valid_until", OffsetDateTime.class),
            row.getBoolean("enabled"),
            row.getInt("priority"));
    return new Rule(
        new RuleKey(row.getString("rule_key")),
        data,
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getString("updated_by"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
