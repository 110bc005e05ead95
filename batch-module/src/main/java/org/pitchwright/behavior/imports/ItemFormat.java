package org.pitchwright.behavior.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemData;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.catalog.ItemRules;
import org.pitchwright.problem.Violation;

/** Rows that are items; columns of unknown names become attributes. */
final class ItemFormat extends ImportFormat<ItemFormat.Row> {
  private final Columns columns;
  private final Catalog catalog;

  ItemFormat(Columns columns, Catalog catalog) {
    this.columns = columns;
    this.catalog = catalog;
  }

  /** An item with its key. */
  record Row(ItemId id, ItemData data) {}

  @Override
  Row read(String[] fields) throws RowRefused {
    Map<String, Object> attributes = Extras.of(columns, fields, "attributes");
    ItemData data =
        new ItemData(
            text(fields, "title"),
            text(fields, "description"),
            text(fields, "category"),
            Values.money("price", value(fields, "price")),
            value(fields, "currency"),
            value(fields, "language"),
            attributes,
            value(fields, "image_url"),
            Values.flag("active", value(fields, "active"), true));
    List<Violation> violations = ItemRules.check(data);
    if (!violations.isEmpty()) {
      throw new RowRefused("INVALID_VALUE", violations.get(0).detail());
    }
    return new Row(id(fields), data);
  }

  private ItemId id(String[] fields) throws RowRefused {
    try {
      return new ItemId(text(fields, "item_id"));
    } catch (IllegalArgumentException e) {
      throw new RowRefused("INVALID_VALUE", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String value(String[] fields, String column) {
    return Columns.value(fields, columns.place(column));
  }

  private String text(String[] fields, String column) {
    @Nullable String value = value(fields, column);
    return value == null ? "" : value;
  }

  @Override
  int write(List<Row> rows) {
    Map<ItemId, ItemData> items = new LinkedHashMap<>();
    rows.forEach(row -> items.put(row.id(), row.data()));
    catalog.putAll(items);
    return rows.size();
  }

  @Override
  int count(List<Row> rows) {
    return rows.size();
  }
}
