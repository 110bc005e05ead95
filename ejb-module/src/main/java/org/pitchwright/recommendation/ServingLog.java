package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/** Keeps every answer before it is given. */
final class ServingLog {
  private static final String INSERT =
      "INSERT INTO recommendation_served (request_id, customer_id, scenario, model_name,"
          + " model_version, personalized, item_ids, scores, propensities, reason_kinds,"
          + " because_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private ServingLog() {}

  /** An answer, and whom it is for. */
  record Served(@Nullable String customerId, String scenario, Recommendation recommendation) {}

  static void write(Connection connection, List<Served> answers) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Served served : answers) {
        bind(insert, served);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, Served served) throws SQLException {
    Recommendation answer = served.recommendation();
    int size = answer.items().size();
    String[] items = new String[size];
    float[] scores = new float[size];
    float[] propensities = new float[size];
    String[] kinds = new String[size];
    String[] because = new String[size];
    for (int i = 0; i < size; i++) {
      RankedItem item = answer.items().get(i);
      items[i] = item.itemId().value();
      scores[i] = (float) item.score();
      propensities[i] = (float) item.propensity();
      kinds[i] = item.reason().kind().name();
      because[i] =
          item.reason().becauseOf().isEmpty() ? "" : item.reason().becauseOf().get(0).value();
    }
    insert.setObject(1, answer.requestId());
    insert.setString(2, served.customerId());
    insert.setString(3, served.scenario());
    insert.setString(4, answer.model().name());
    insert.setInt(5, answer.model().version());
    insert.setBoolean(6, answer.personalized());
    insert.setObject(7, items);
    insert.setObject(8, scores);
    insert.setObject(9, propensities);
    insert.setObject(10, kinds);
    insert.setObject(11, because);
  }
}
