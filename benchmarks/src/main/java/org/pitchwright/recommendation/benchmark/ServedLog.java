package org.pitchwright.recommendation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks whether what was answered is in the database. */
final class ServedLog {
  private static final String COUNT =
      "SELECT count(*) FROM unnest(?::uuid[]) a (id)"
          + " JOIN recommendation_served s ON s.request_id = a.id";
  private static final String OK = "200 ";

  private ServedLog() {}

  /**
   * What was found.
   *
   * @param answers those with status 200
   * @param kept those of them that are in the database
   */
  record Check(long answers, long kept) {
    static final Check NOTHING = new Check(0, 0);
  }

  /**
   * Counts answers.
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
