package org.pitchwright.catalog;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** The items of the shop. */
@Stateless
public class Catalog {
  private static final String COLUMNS =
      "item_id, title, description, category, price, currency, language, attributes, image_url,"
          + " active, version, updated_at";

  @PersistenceContext(unitName = "pitchwright")
  private EntityManager entityManager;

  @Inject private Database database;
  @Inject private Event<CatalogChanged> changed;

  /** An item in a list, as it stands now. */
  public record Listed(ItemId id, ItemData data, long version, OffsetDateTime updatedAt) {}

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  public Optional<Listed> find(ItemId id) {
    return database.first(
        "SELECT " + COLUMNS + " FROM item WHERE item_id = ?", Catalog::read, id.value());
  }

  /** The items with the given keys, as far as they exist. */
  public Map<ItemId, Listed> findAll(Collection<ItemId> ids) {
    String[] keys = ids.stream().map(ItemId::value).toArray(String[]::new);
    Map<ItemId, Listed> found = new HashMap<>();
    for (Listed item :
        database.list(
            "SELECT " + COLUMNS + " FROM item WHERE item_id = ANY (?)",
            Catalog::read,
            (Object) keys)) {
      found.put(item.id(), item);
    }
    return found;
  }

  /**
   * Creates or replaces an item.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if the description is not valid, or the version is another one
   */
  public Put put(ItemId id, ItemData data, @Nullable Long expectedVersion) {
    List<Violation> violations = ItemRules.check(data);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    Item item = entityManager.find(Item.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    checkVersion(id, item, expectedVersion);
    boolean created = item == null;
    if (item == null) {
      item = new Item(id, data, now);
      entityManager.persist(item);
    } else {
      item.describe(data, now);
    }
    entityManager.flush();
    changed.fire(new CatalogChanged());
    return new Put(created, item.version());
  }

  private static void checkVersion(ItemId id, @Nullable Item item, @Nullable Long expected) {
    long actual = item == null ? 0 : item.version();
    if (expected != null && expected != actual) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          actual == 0
              ? "There is no item " + id + " yet"
              : "Item " + id + " has version " + actual + ", not " + expected + "; read it again");
    }
  }

  /** Creates or replaces many items that passed {@link ItemRules}, in one batch. */
  public void putAll(Map<ItemId, ItemData> items) {
    String sql =
        "INSERT INTO item (item_id, title, description, category, price, currency, language,"
            + " attributes, image_url, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (item_id) DO UPDATE SET title = excluded.title,"
            + " description = excluded.description, category = excluded.category,"
            + " price = excluded.price, currency = excluded.currency,"
            + " language = excluded.language, attributes = excluded.attributes,"
            + " image_url = excluded.image_url, active = excluded.active,"
            + " version = item.version + 1, updated_at = now()";
    database.with(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<ItemId, ItemData> entry : items.entrySet()) {
              bind(insert, entry.getKey(), entry.getValue());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
    changed.fire(new CatalogChanged());
  }

  private static void bind(PreparedStatement insert, ItemId id, ItemData data) throws SQLException {
    insert.setString(1, id.value());
    insert.setString(2, data.title());
    insert.setString(3, data.description());
    insert.setString(4, data.category());
    insert.setBigDecimal(5, data.price());
    insert.setString(6, data.currency());
    insert.setString(7, data.language());
    insert.setObject(8, JsonMapConverter.jsonb(Json.write(data.attributes())));
    insert.setString(9, data.imageUrl());
    insert.setBoolean(10, data.active());
  }

  /**
   * Items in the order of their keys.
   *
   * @param query words of the title or the beginning of the key; null or empty for all
   * @param category exactly this one; null or empty for all
   */
  public Page<Listed> search(
      @Nullable String query, @Nullable String category, int limit, @Nullable String cursor) {
    String words = query == null ? "" : query.strip();
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM item WHERE item_id > ?"
            + " AND (? = '' OR title ILIKE '%' || ? || '%' OR item_id ILIKE ? || '%')"
            + " AND (? = '' OR category = ?) ORDER BY item_id LIMIT ?";
    String kind = category == null ? "" : category;
    String like = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    List<Listed> rows =
        database.list(
            sql, Catalog::read, Cursor.decode(cursor), words, like, like, kind, kind, limit + 1);
    return Page.of(rows, limit, item -> item.id().value());
  }

  /**
   * All categories in use, in the order of their names, with the number of active items of each.
   */
  public Map<String, Long> categories() {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    database.list(
        "SELECT category, count(*) FILTER (WHERE active) FROM item GROUP BY category ORDER BY 1",
        row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  private static Listed read(ResultSet row) throws SQLException {
    ItemData data =
        new ItemData(
            row.getString("title"),
            row.getString("description"),
            row.getString("category"),
            row.getBigDecimal("price"),
            row.getString("currency"),
            row.getString("language"),
            Json.readMap(row.getString("attributes")),
            row.getString("image_url"),
            row.getBoolean("active"));
    return new Listed(
        new ItemId(row.getString("item_id")),
        data,
        row.getLong("version"),
        row.getObject("updated_at", OffsetDateTime.class));
  }
}
