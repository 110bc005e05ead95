package org.pitchwright.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.sql.Database;
import org.pitchwright.sql.Like;

/** The catalogue as people leaf through it: filtered, counted, a page at a time. */
@Stateless
public class CatalogOverview {
  private static final String WHERE =
      " FROM item WHERE (? = '' OR title ILIKE ? OR item_id ILIKE ?)"
          + " AND (? = '' OR category = ?) AND (? = '' OR active = (? = 'ACTIVE'))";

  @Inject private Database database;

  /** Which items are offered for recommendation. */
  public enum Offer {
    ANY,
    ACTIVE,
    INACTIVE
  }

  /**
   * Which items to show.
   *
   * @param words part of the title or the beginning of the key; null or empty for all
   * @param category exactly this one; null or empty for all
   */
  public record Filter(@Nullable String words, @Nullable String category, Offer offer) {}

  /** An item in the list. */
  public record Row(
      String itemId,
      String title,
      String category,
      @Nullable BigDecimal price,
      @Nullable String currency,
      boolean active,
      OffsetDateTime updatedAt) {}

  /** How many items the filter lets through. */
  public long count(Filter filter) {
    return database
        .first("SELECT count(*)" + WHERE, row -> row.getLong(1), parameters(filter).toArray())
        .orElse(0L);
  }

  /** The items that the filter lets through, in the order of their titles. */
  public List<Row> page(Filter filter, int offset, int limit) {
    List<Object> parameters = parameters(filter);
    parameters.add(limit);
    parameters.add(offset);
    return database.list(
        "SELECT item_id, title, category, price, currency, active, updated_at"
            + WHERE
            + " ORDER BY title, item_id LIMIT ? OFFSET ?",
        row ->
            new Row(
                row.getString("item_id"),
                row.getString("title"),
                row.getString("category"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getBoolean("active"),
                row.getObject("updated_at", OffsetDateTime.class)),
        parameters.toArray());
  }

  private static List<Object> parameters(Filter filter) {
    String words = filter.words() == null ? "" : filter.words().strip();
    String category = filter.category() == null ? "" : filter.category();
    String offer = filter.offer() == Offer.ANY ? "" : filter.offer().name();
    return new ArrayList<>(
        List.of(
            words,
            Like.containing(words),
            Like.beginning(words),
            category,
            category,
            offer,
            offer));
  }
}
