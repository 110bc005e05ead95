package org.pitchwright.behavior;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.sql.Database;

/** What customers did with an item. Reads cleansed events, which are indexed by item. */
@Stateless
public class ItemActivity {
  @Inject private Database database;

  /** How often customers did something, and how many of them. */
  public record Count(EventType type, long events, long customers) {}

  /** The item's events by type, most first. */
  public List<Count> of(ItemId item) {
    return database.list(
        "SELECT type, count(*) AS events, count(DISTINCT subject) AS customers"
            + " FROM cleansed_event WHERE item_id = ? GROUP BY type ORDER BY 2 DESC, 1",
        row ->
            new Count(
                EventType.valueOf(row.getString("type")),
                row.getLong("events"),
                row.getLong("customers")),
        item.value());
  }
}
