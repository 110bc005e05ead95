package org.pitchwright.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.Recommendation.RankedItem;

/** Keeps every answer before it is given. */
final class ServingLog {
  private static final String INSERT =
      "INSERT INTO recommendation_served (request_id, customer_id, scenario, model_name,"
          + " model_version, personalized, item_ids, scores, propensities, reason_kinds,"
          + " because_of, because_counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
    List<String> because = new ArrayList<>();
    Short[] counts = new Short[size];
    for (int i = 0; i < size; i++) {
      RankedItem item = answer.items().get(i);
      items[i] = item.itemId().value();
      scores[i] = (float) item.score();
      propensities[i] = (float) item.propensity();
      kinds[i] = item.reason().kind().name();
      item.reason().becauseOf().forEach(cause -> because.add(cause.value()));
      counts[i] = (short) item.reason().becauseOf().size();
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
    insert.setObject(11, because.toArray(String[]::new));
    insert.setObject(12, counts);
  }
}
