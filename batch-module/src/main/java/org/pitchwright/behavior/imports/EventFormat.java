package org.pitchwright.behavior.imports;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.behavior.EventRules;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.EventWriter;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** Rows that are events. */
final class EventFormat extends ImportFormat<EventDraft> {
  private final Database database;
  private final ZoneId zone;
  private final UUID importId;
  private final EventIdentity identity = new EventIdentity();
  private final SeenKeys counted = new SeenKeys();
  private final int eventId;
  private final int type;
  private final int customer;
  private final int item;
  private final int at;
  private final int rating;
  private final int quantity;
  private final int amount;
  private final int currency;
  private final int duration;
  private final int session;
  private final int source;
  private final int attributes;

  EventFormat(Columns columns, Database database, ZoneId zone, UUID importId) {
    this.database = database;
    this.zone = zone;
    this.importId = importId;
    eventId = columns.place("event_id");
    type = columns.place("type");
    customer = columns.place("customer_id");
    item = columns.place("item_id");
    at = columns.place("at");
    rating = columns.place("rating");
    quantity = columns.place("quantity");
    amount = columns.place("amount");
    currency = columns.place("currency");
    duration = columns.place("duration_ms");
    session = columns.place("session_id");
    source = columns.place("source");
    attributes = columns.place("attributes");
  }

  @Override
  boolean remembers() {
    return eventId < 0;
  }

  @Override
  EventDraft read(String[] fields) throws RowRefused {
    @Nullable String rated = Columns.value(fields, rating);
    EventType kind = type(Columns.value(fields, type), rated);
    @Nullable String when = Columns.value(fields, at);
    if (when == null) {
      throw new RowRefused("MISSING_VALUE", "The time is missing");
    }
    EventDraft draft =
        new EventDraft(
            id(fields, kind, when),
            kind,
            Columns.value(fields, customer),
            Columns.value(fields, item),
            Values.time(when, zone),
            Values.decimal("rating", rated),
            Values.integer("quantity", Columns.value(fields, quantity)),
            Values.money("amount", Columns.value(fields, amount)),
            Columns.value(fields, currency),
            Values.whole("duration_ms", Columns.value(fields, duration)),
            Columns.value(fields, session),
            Columns.value(fields, source),
            Values.object("attributes", Columns.value(fields, attributes)),
            importId);
    Optional<Violation> violation = EventRules.check(draft);
    if (violation.isPresent()) {
      throw new RowRefused("INVALID_VALUE", violation.get().detail());
    }
    return draft;
  }

  private EventType type(@Nullable String name, @Nullable String rated) throws RowRefused {
    if (name == null) {
      if (rated != null) {
        return EventType.RATING;
      }
      throw new RowRefused("MISSING_VALUE", "The event's type is missing");
    }
    @Nullable EventType known = EventTypeNames.find(name);
    if (known == null) {
      throw new RowRefused(
          "UNKNOWN_TYPE",
          "There is no event type "
              + Values.shortened(name)
              + "; write VIEW, CLICK, CART, PURCHASE, RATING, IMPRESSION, SEARCH or DISMISS");
    }
    return known;
  }

  private String id(String[] fields, EventType kind, String when) {
    @Nullable String given = Columns.value(fields, eventId);
    return given != null
        ? given
        : identity.of(
            kind.name(),
            Columns.value(fields, customer),
            Columns.value(fields, session),
            Columns.value(fields, item),
            when,
            Columns.value(fields, rating),
            Columns.value(fields, quantity),
            Columns.value(fields, amount),
            Columns.value(fields, currency),
            Columns.value(fields, duration),
            Columns.value(fields, source),
            Columns.value(fields, attributes));
  }

  @Override
  int write(List<EventDraft> events) {
    return database.with(connection -> EventWriter.write(connection, events));
  }

  @Override
  int count(List<EventDraft> events) {
    Set<String> ids = new HashSet<>();
    for (EventDraft event : events) {
      if (counted.add(event.eventId())) {
        ids.add(event.eventId());
      }
    }
    database.list(
        "SELECT event_id FROM event WHERE event_id = ANY (?)",
        row -> ids.remove(row.getString(1)),
        (Object) ids.toArray(String[]::new));
    return ids.size();
  }
}
