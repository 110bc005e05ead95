package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code events.csv}.
 *
 * @param receivedAt orders the lines; with dirt it may differ from the time that the line states
 * @param fields what the line says, in the order of {@link Column}
 */
record LogLine(OffsetDateTime receivedAt, List<String> fields) {

  /** The columns of the file. */
  enum Column {
    EVENT_ID,
    TYPE,
    CUSTOMER_ID,
    ITEM_ID,
    AT,
    RATING,
    QUANTITY,
    AMOUNT,
    CURRENCY,
    DURATION_MS,
    SESSION_ID,
    SOURCE,
    ATTRIBUTES
  }

  LogLine {
    fields = List.copyOf(fields);
  }

  String get(Column column) {
    return fields.get(column.ordinal());
  }

  boolean is(EventType type) {
    return get(Column.TYPE).equals(type.name());
  }

  /** The same line with another value in one column. */
  LogLine with(Column column, String value) {
    List<String> changed = new ArrayList<>(fields);
    changed.set(column.ordinal(), value);
    return new LogLine(receivedAt, changed);
  }

  /** The same line with other fields altogether, perhaps of another number. */
  LogLine with(List<String> other) {
    return new LogLine(receivedAt, other);
  }

  LogLine received(OffsetDateTime at) {
    return new LogLine(at, fields);
  }
}
