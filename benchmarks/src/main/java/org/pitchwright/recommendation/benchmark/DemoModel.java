package org.pitchwright.recommendation.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.recommendation.artifact.ModelArtifact;

/**
 * The champion of the demo, with customers and what its encoder reads of each.
 *
 * @param customers keys, in an order that is the same each time
 * @param histories for each customer the items of events that speak for them, oldest first, at most
 *     as many as the encoder takes, at least one
 */
public record DemoModel(ModelArtifact artifact, List<String> customers, List<int[]> histories) {
  private static final int CUSTOMERS = 2_000;
  private static final String HISTORIES = "histories.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ARTIFACT =
      "SELECT a.file_name, a.content FROM model_artifact a JOIN model_version v USING (name,"
          + " version) WHERE v.name = 'recommender' AND v.stage = 'CHAMPION'";

  /** The same events, in the same order, as serving takes for interest. */
  private static final String EVENTS =
      "SELECT customer_id, array_agg(item_id ORDER BY least(at, received_at), id) FROM event"
          + " WHERE customer_id IS NOT NULL AND item_id = ANY (?)"
          + " AND (type IN ('PURCHASE', 'CART', 'CLICK', 'VIEW') OR rating >= 4)"
          + " GROUP BY customer_id ORDER BY md5(customer_id) LIMIT ?";

  /**
   * Reads the model and its customers.
   *
   * @throws IllegalStateException if the demo has no champion
   */
  public static DemoModel read(ServerUnderTest server) throws SQLException {
    try (Connection connection = server.connect()) {
      ModelArtifact artifact = artifact(connection);
      List<String> customers = new ArrayList<>();
      List<int[]> histories = new ArrayList<>();
      List<String> items = artifact.itemIds();
      Map<String, Integer> indexes = new HashMap<>();
      items.forEach(item -> indexes.put(item, indexes.size()));
      try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
        select.setObject(1, items.toArray(String[]::new));
        select.setInt(2, CUSTOMERS);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            String[] past = (String[]) rows.getArray(2).getArray();
            int from = Math.max(0, past.length - artifact.card().maximumLength());
            int[] history = new int[past.length - from];
            for (int i = 0; i < history.length; i++) {
              history[i] = indexes.getOrDefault(past[from + i], 0);
            }
            customers.add(rows.getString(1));
            histories.add(history);
          }
        }
      }
      return new DemoModel(artifact, customers, histories);
    }
  }

  private static ModelArtifact artifact(Connection connection) throws SQLException {
    Map<String, byte[]> blobs = new LinkedHashMap<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(ARTIFACT)) {
      while (rows.next()) {
        blobs.put(rows.getString(1), rows.getBytes(2));
      }
    }
    if (blobs.isEmpty()) {
      throw new IllegalStateException("The demo has no champion yet: see its jobs");
    }
    return new ModelArtifact(blobs);
  }

  /** Writes everything into a folder, for a JVM that has no database. */
  public void write(Path folder) throws IOException {
    artifact.write(folder);
    JSON.writeValue(folder.resolve(HISTORIES).toFile(), histories);
  }

  /** The histories that {@link #write} left in a folder. */
  static List<int[]> histories(Path folder) throws IOException {
    return List.of(JSON.readValue(Files.readAllBytes(folder.resolve(HISTORIES)), int[][].class));
  }
}
