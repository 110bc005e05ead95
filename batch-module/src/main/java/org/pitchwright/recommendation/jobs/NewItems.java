package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.recommendation.dataset.DatasetWriter;
import org.pitchwright.sql.Database;

/** Active items that came into the catalogue after a model was trained. */
@ApplicationScoped
public class NewItems {
  /** How long before a version was registered its training may have read the catalogue. */
  private static final Duration LONGEST_TRAINING = Duration.ofDays(2);

  @Inject private Database database;

  /**
   * Writes those with a text as a data set without customers.
   *
   * @param known ids of the items that the model has
   * @return how many there are
   */
  @Transactional
  public int write(Path folder, ModelVersion model, Set<String> known) throws IOException {
    List<DescribedItem> described =
        database.list(
            DescribedItem.SELECT
                + " WHERE active AND updated_at > ? ORDER BY item_id COLLATE \"C\"",
            DescribedItem::read,
            model.createdAt().minus(LONGEST_TRAINING));
    int count = 0;
    try (DatasetWriter writer = new DatasetWriter(folder)) {
      for (DescribedItem item : described) {
        if (!known.contains(item.id()) && !item.text().isEmpty()) {
          writer.addItem(item.id(), item.text());
          count++;
        }
      }
      writer.finish();
    }
    return count;
  }
}
