package org.pitchwright.recommendation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;

/** Looks whether what was answered is in the database. */
final class ServedLog {
  private static final String COUNT =
      "SELECT count(*) FROM unnest(?::uuid[]) a (id)"
          + " JOIN recommendation_served s ON s.request_id = a.id";
  private static final String SINCE =
      "SELECT count(*) FROM recommendation_served WHERE served_at >= ?";
  private static final String OK = "200 ";

  private ServedLog() {}

  /**
   * What was found.
   *
   * @param answers those that were given
   * @param kept those that are in the database; the last ones were perhaps not waited for
   */
  record Check(long answers, long kept) {
    static final Check NOTHING = new Check(0, 0);

    boolean complete() {
      return kept >= answers;
    }

    Check plus(Check other) {
      return new Check(answers + other.answers, kept + other.kept);
    }
  }

  /** The time by the database's clock. */
  static OffsetDateTime now(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  /** Compares a number of answers with what was kept since a time. */
  static Check since(Connection connection, OffsetDateTime begin, long answers)
      throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(SINCE)) {
      count.setObject(1, begin);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return new Check(answers, row.getLong(1));
      }
    }
  }

  /**
   * Looks for each answer by its id.
   *
   * @param answers file with a status and the answer's id in each line
   */
  static Check check(Connection connection, Path answers) throws IOException, SQLException {
    List<String> ids =
        Files.readAllLines(answers).stream()
            .filter(line -> line.startsWith(OK))
            .map(line -> line.substring(OK.length()))
            .distinct()
            .toList();
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setObject(1, ids.toArray(String[]::new));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return new Check(ids.size(), row.getLong(1));
      }
    }
  }
}
