package org.pitchwright.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pitchwright.sql.Database;

/** Statements of consent: every one is kept, the latest of each purpose counts. */
@ApplicationScoped
public class Consents {
  @Inject private Database database;

  /** All statements of a customer, latest first. */
  public List<Consent> of(CustomerId id) {
    return database.list(
        "SELECT purpose, granted, at, source FROM consent WHERE customer_id = ?"
            + " ORDER BY at DESC, purpose",
        Consents::read,
        id.value());
  }

  /** Adds statements; one that was recorded before changes nothing. */
  public void record(Map<CustomerId, List<Consent>> statements) {
    database.run(
        connection -> {
          if (insert(connection, statements)) {
            refreshPersonalization(connection, statements.keySet());
          }
        });
  }

  private static boolean insert(Connection connection, Map<CustomerId, List<Consent>> statements)
      throws SQLException {
    String sql =
        "INSERT INTO consent (customer_id, purpose, at, granted, source) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (customer_id, purpose, at) DO UPDATE SET granted = excluded.granted,"
            + " source = excluded.source";
    boolean any = false;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map.Entry<CustomerId, List<Consent>> entry : statements.entrySet()) {
        for (Consent consent : entry.getValue()) {
          insert.setString(1, entry.getKey().value());
          insert.setString(2, consent.purpose().name());
          insert.setObject(3, consent.at());
          insert.setBoolean(4, consent.granted());
          insert.setString(5, consent.source());
          insert.addBatch();
          any = true;
        }
      }
      insert.executeBatch();
    }
    return any;
  }

  private static void refreshPersonalization(Connection connection, Collection<CustomerId> ids)
      throws SQLException {
    String sql =
        "UPDATE customer SET personalization = (SELECT granted FROM consent"
            + " WHERE consent.customer_id = customer.customer_id AND purpose = 'PERSONALIZATION'"
            + " ORDER BY at DESC LIMIT 1) WHERE customer_id = ANY (?)";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, ids.stream().map(CustomerId::value).toArray(String[]::new));
      update.executeUpdate();
    }
  }

  private static Consent read(ResultSet row) throws SQLException {
    return new Consent(
        ConsentPurpose.valueOf(row.getString("purpose")),
        row.getBoolean("granted"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("source"));
  }
}
