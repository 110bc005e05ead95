package org.pitchwright.recommendation.policy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Policies as rows of the database. */
public final class PolicyRows {
  static final String COLUMNS =
      "scenario, diversity, calibration, exploration, exploration_pool, version, updated_at,"
          + " updated_by";

  private PolicyRows() {}

  /** All policies, as serving applies them. */
  public static PoliciesInForce read(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM list_policy");
        ResultSet rows = select.executeQuery()) {
      PoliciesInForce policies = PoliciesInForce.OFF;
      while (rows.next()) {
        SavedPolicy saved = saved(rows);
        policies = policies.with(saved.scenario(), saved.policy());
      }
      return policies;
    }
  }

  static SavedPolicy saved(ResultSet row) throws SQLException {
    return new SavedPolicy(
        new PolicyScenario(row.getString("scenario")),
        new ListPolicy(
            row.getDouble("diversity"),
            row.getDouble("calibration"),
            row.getDouble("exploration"),
            row.getInt("exploration_pool")),
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getString("updated_by"));
  }
}
