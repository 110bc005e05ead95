package org.pitchwright.recommendation.relations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.rules.RuleKey;

/** Relations, categories and logical rules as rows of the database. */
public final class RelationRows {
  static final String COLUMNS =
      "kind, from_item, to_item, state, origin, note, both_baskets, from_baskets, to_baskets,"
          + " all_baskets, customers, log_likelihood, counted_from, counted_until, execution_id,"
          + " version, updated_at, updated_by";
  static final String RULE_COLUMNS =
      "rule_key, never_item, never_category, after_item, after_category, days, note, enabled,"
          + " version, updated_at, updated_by";
  static final String PARENTS =
      "SELECT category, parent FROM category_place WHERE parent IS NOT NULL";

  private RelationRows() {}

  /**
   * A relation that lists heed.
   *
   * @param weight orders the relations of an item; those that a person made come first
   */
  public record Tie(RelationKind kind, String from, String to, double weight) {}

  /**
   * All that lists heed.
   *
   * @param revision the number of changes that led to it, or to something older
   */
  public record Snapshot(
      long revision, CategoryTree tree, List<Tie> ties, List<LogicalRule> rules) {}

  /** What lists heed now. */
  public static Snapshot read(Connection connection) throws SQLException {
    // Read first: what is read after it is at least as new, and is read again if it is newer.
    long revision =
        rows(connection, "SELECT revision FROM relation_revision", row -> row.getLong(1)).get(0);
    return new Snapshot(
        revision,
        tree(connection),
        rows(
            connection,
            "SELECT kind, from_item, to_item, origin, log_likelihood FROM item_relation"
                + " WHERE state = 'ACTIVE'",
            RelationRows::tie),
        rows(
            connection,
            "SELECT " + RULE_COLUMNS + " FROM logical_rule WHERE enabled ORDER BY rule_key",
            RelationRows::rule));
  }

  private static CategoryTree tree(Connection connection) throws SQLException {
    Map<String, String> parents = new HashMap<>();
    rows(connection, PARENTS, row -> parents.put(row.getString(1), row.getString(2)));
    return new CategoryTree(parents);
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T extends @Nullable Object> List<T> rows(
      Connection connection, String sql, Reader<T> reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  private static Tie tie(ResultSet row) throws SQLException {
    boolean byHand = RelationOrigin.valueOf(row.getString("origin")) == RelationOrigin.HAND;
    return new Tie(
        RelationKind.valueOf(row.getString("kind")),
        row.getString("from_item"),
        row.getString("to_item"),
        byHand ? Double.POSITIVE_INFINITY : row.getDouble("log_likelihood"));
  }

  static Relation relation(ResultSet row) throws SQLException {
    return new Relation(
        new RelationKey(
            RelationKind.valueOf(row.getString("kind")),
            new ItemId(row.getString("from_item")),
            new ItemId(row.getString("to_item"))),
        RelationState.valueOf(row.getString("state")),
        RelationOrigin.valueOf(row.getString("origin")),
        row.getString("note"),
        evidence(row),
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getString("updated_by"));
  }

  private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
    long both = row.getLong("both_baskets");
    return row.wasNull()
        ? null
        : new Evidence(
            both,
            row.getLong("from_baskets"),
            row.getLong("to_baskets"),
            row.getLong("all_baskets"),
            row.getLong("customers"),
            row.getDouble("log_likelihood"),
            row.getObject("counted_from", OffsetDateTime.class),
            row.getObject("counted_until", OffsetDateTime.class),
            row.getLong("execution_id"));
  }

  static LogicalRule rule(ResultSet row) throws SQLException {
    return new LogicalRule(
        new RuleKey(row.getString("rule_key")),
        new LogicalRuleData(
            subject(row.getString("never_item"), row.getString("never_category")),
            subject(row.getString("after_item"), row.getString("after_category")),
            row.getObject("days", Integer.class),
            row.getString("note"),
            row.getBoolean("enabled")),
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getString("updated_by"));
  }

  private static Subject subject(@Nullable String item, @Nullable String category) {
    return new Subject(item == null ? null : new ItemId(item), category);
  }
}
