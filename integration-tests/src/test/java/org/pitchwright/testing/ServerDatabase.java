package org.pitchwright.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.pitchwright.operations.postgres.Database;

/** The database behind a server, looked into from outside. */
public final class ServerDatabase {
  private static final int CONNECT_SECONDS = 30;

  private final Database database;

  /** Looks into any database. */
  public ServerDatabase(Database database) {
    this.database = database;
  }

  /** The database of a server that runs. */
  public static ServerDatabase of(RunningServer server) {
    return new ServerDatabase(server.database());
  }

  /** The first column of the first row. */
  public long number(String sql) {
    try (Connection connection = database.connect(CONNECT_SECONDS);
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs a statement. */
  public void execute(String sql) {
    try (Connection connection = database.connect(CONNECT_SECONDS);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** How many rows import and cleansing have left behind, in all and by what was said of them. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table :
        new String[] {"event", "cleansed_event", "event_rejection", "import_reject"}) {
      counts.put(table, number("SELECT count(*) FROM " + table));
    }
    String reasons =
        "SELECT 'event_rejection ' || reason, count(*) FROM event_rejection GROUP BY 1"
            + " UNION ALL SELECT 'import_reject ' || reason, count(*) FROM import_reject GROUP BY 1";
    try (Connection connection = database.connect(CONNECT_SECONDS);
        PreparedStatement statement = connection.prepareStatement(reasons);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(reasons, e);
    }
    return counts;
  }
}
