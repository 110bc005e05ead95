package org.pitchwright.recommendation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue in memory, each item under a small number that never changes while the process
 * lives. Items that only events have named take a number too, and become real when they arrive.
 */
final class ItemTable {
  /**
   * What serving needs to know of an item.
   *
   * @param price NaN where there is none
   * @param currency of the price, empty where there is none
   * @param known false while only an event has named it
   */
  record Entry(
      String itemId,
      String title,
      String category,
      double price,
      String currency,
      boolean active,
      boolean known) {
    /** An item that only an event has named. */
    static Entry named(String itemId) {
      return new Entry(itemId, itemId, "", Double.NaN, "", false, false);
    }
  }

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private volatile Entry[] entries = new Entry[1024];
  private volatile int size;
  private volatile String knownSince = "0";
  private volatile long state;

  /** The oldest transaction whose items may not have been read yet. */
  String since() {
    return knownSince;
  }

  /** How many numbers are taken. */
  int size() {
    return size;
  }

  /** Changes whenever what is known of any item does. */
  long state() {
    return state;
  }

  /** The item behind a number from 0 to {@link #size()} − 1. */
  Entry entry(int number) {
    return entries[number];
  }

  /** The number of an item; one that nobody has named yet gets the next. */
  int number(String itemId) {
    Integer number = numbers.get(itemId);
    return number != null ? number : add(Entry.named(itemId));
  }

  /** The number of an item that the catalogue or an event has named. */
  OptionalInt find(String itemId) {
    Integer number = numbers.get(itemId);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private synchronized int add(Entry entry) {
    Integer number = numbers.get(entry.itemId());
    if (number != null) {
      return number;
    }
    int next = size;
    Entry[] target = next < entries.length ? entries : Arrays.copyOf(entries, next * 2);
    target[next] = entry;
    entries = target;
    size = next + 1;
    numbers.put(entry.itemId(), next);
    return next;
  }

  /** Keeps what the catalogue says of an item now. */
  synchronized void replace(Entry entry) {
    int number = number(entry.itemId());
    Entry[] target = entries;
    target[number] = entry;
    entries = target; // Publishes the element to readers.
    state++;
  }

  /**
   * Reads the items that were written since the last call.
   *
   * @param snapshot the oldest transaction that was still open when the caller looked: whatever is
   *     older is visible to this call
   */
  void refresh(Connection connection, String snapshot) throws SQLException {
    String sql =
        "SELECT item_id, title, category, price, currency, active FROM item"
            + " WHERE written_by >= ?::xid8";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(10_000);
      select.setString(1, knownSince);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          replace(entry(rows));
        }
      }
    }
    knownSince = snapshot;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    BigDecimal price = row.getBigDecimal(4);
    String currency = row.getString(5);
    return new Entry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        price == null ? Double.NaN : price.doubleValue(),
        currency == null ? "" : currency.intern(), // A few codes for all items.
        row.getBoolean(6),
        true);
  }
}
