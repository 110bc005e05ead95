package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.InteractionWeights;
import org.pitchwright.recommendation.dataset.CustomerSequence;
import org.pitchwright.recommendation.dataset.DatasetSummary;
import org.pitchwright.recommendation.dataset.DatasetWriter;
import org.pitchwright.recommendation.dataset.LeaveOneOutSplit;
import org.pitchwright.sql.Database;

/**
 * Writes cleansed events and the catalogue as a data set. Who withdrew the consent to
 * personalisation is not learned from.
 */
@ApplicationScoped
public class DatasetExport {
  private static final int FETCH_SIZE = 10_000;

  @Inject private Database database;
  @Inject private InteractionWeights weights;

  /**
   * What was written.
   *
   * @param languages of the customers who discovered enough items to hold some out, in the order of
   *     the data set; empty where the profile does not tell
   */
  public record Export(DatasetSummary summary, List<String> languages) {
    public Export {
      languages = List.copyOf(languages);
    }

    /** How many customers discovered enough items to hold some out. */
    public int cases() {
      return languages.size();
    }
  }

  /** Writes the data set; the same events and items give the same files. */
  @Transactional // One snapshot, and a cursor instead of all rows at once.
  public Export write(Path folder, Map<String, Object> settings) throws IOException {
    try (DatasetWriter writer = new DatasetWriter(folder)) {
      writer.settings(settings);
      Map<String, Integer> items = items(writer);
      List<String> languages = database.with(connection -> sequences(connection, writer, items));
      return new Export(writer.finish(), languages);
    }
  }

  private Map<String, Integer> items(DatasetWriter writer) throws IOException {
    Map<String, Integer> indices = new HashMap<>();
    for (DescribedItem item :
        database.list(
            DescribedItem.SELECT
                + " WHERE active OR EXISTS"
                + " (SELECT 1 FROM cleansed_event c WHERE c.item_id = i.item_id)"
                + " ORDER BY item_id COLLATE \"C\"",
            DescribedItem::read)) {
      indices.put(item.id(), writer.addItem(item.id(), item.text()));
    }
    return indices;
  }

  private List<String> sequences(
      Connection connection, DatasetWriter writer, Map<String, Integer> items) throws SQLException {
    String sql =
        "SELECT c.subject, c.item_id, c.type, c.rating, c.duration_ms,"
            + " extract(epoch FROM c.at)::bigint, coalesce(p.language, '')"
            + " FROM cleansed_event c"
            + " LEFT JOIN customer p ON p.customer_id = c.customer_id"
            + " WHERE c.item_id IS NOT NULL AND c.type NOT IN ('IMPRESSION', 'SEARCH')"
            + " AND p.personalization IS DISTINCT FROM false"
            + " ORDER BY c.subject COLLATE \"C\", c.at, c.event";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery()) {
        return new Sequences(writer, items).read(rows);
      }
    }
  }

  /** Turns rows in the order of subject and time into sequences. */
  private final class Sequences {
    private final DatasetWriter writer;
    private final Map<String, Integer> items;
    private final SequenceBuilder current = new SequenceBuilder();
    private final List<String> languages = new ArrayList<>();
    private String language = "";

    Sequences(DatasetWriter writer, Map<String, Integer> items) {
      this.writer = writer;
      this.items = items;
    }

    List<String> read(ResultSet rows) throws SQLException {
      String subject = "";
      while (rows.next()) {
        if (!subject.equals(rows.getString(1))) {
          finish();
          subject = rows.getString(1);
          language = rows.getString(7).intern(); // A few for all customers.
        }
        add(rows);
      }
      finish();
      return languages;
    }

    private void add(ResultSet row) throws SQLException {
      @Nullable Integer item = items.get(row.getString(2));
      @Nullable Number rating = (Number) row.getObject(4);
      float weight =
          weights.of(
              EventType.valueOf(row.getString(3)),
              rating == null ? null : rating.doubleValue(),
              row.getObject(5, Long.class));
      if (item != null && weight != 0) {
        current.add(item, weight, row.getLong(6));
      }
    }

    private void finish() {
      if (current.isEmpty()) {
        return;
      }
      CustomerSequence sequence = current.take();
      if (sequence.discoveries().length >= LeaveOneOutSplit.FEWEST_DISCOVERIES) {
        languages.add(language);
      }
      try {
        writer.addCustomer(sequence);
      } catch (IOException e) {
        throw new UncheckedIOException("The data set could not be written", e);
      }
    }
  }
}
