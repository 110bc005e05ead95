package org.pitchwright.behavior;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pitchwright.json.Json;
import org.pitchwright.sql.CopyText;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes events in bulk: COPY into a table of this transaction, then one INSERT that leaves out
 * what is there already. An event is thus kept exactly once, however often and from wherever it is
 * sent.
 */
public final class EventWriter {
  private static final String COLUMNS =
      "event_id, type, customer_id, session_id, item_id, at, rating, quantity, amount, currency,"
          + " duration_ms, source, attributes, import_id";
  private static final int FLUSH_BYTES = 64 * 1024;

  private EventWriter() {}

  /**
   * Writes acceptable events within the connection's transaction, and a stub for each customer that
   * was not known.
   *
   * @return how many were new; the others were known by their event id, or repeated in the list
   */
  public static int write(Connection connection, List<EventDraft> events) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_event (event_id text, type text,"
              + " customer_id text, session_id text, item_id text, at timestamptz, rating real,"
              + " quantity integer, amount numeric, currency text, duration_ms bigint,"
              + " source text, attributes jsonb, import_id uuid) ON COMMIT DELETE ROWS");
      copy(connection, events);
      int written =
          statement.executeUpdate(
              "INSERT INTO event ("
                  + COLUMNS
                  + ") SELECT "
                  + COLUMNS
                  + " FROM incoming_event"
                  + " ON CONFLICT (event_id) DO NOTHING");
      statement.executeUpdate(
          "INSERT INTO customer (customer_id, stub) SELECT DISTINCT customer_id, true"
              + " FROM incoming_event WHERE customer_id IS NOT NULL AND NOT EXISTS (SELECT 1"
              + " FROM customer c WHERE c.customer_id = incoming_event.customer_id)"
              + " ORDER BY customer_id ON CONFLICT DO NOTHING");
      statement.execute("TRUNCATE incoming_event");
      return written;
    }
  }

  private static void copy(Connection connection, List<EventDraft> events) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY incoming_event (" + COLUMNS + ") FROM STDIN");
    try {
      StringBuilder rows = new StringBuilder(FLUSH_BYTES + 1024);
      for (EventDraft event : events) {
        append(rows, event);
        if (rows.length() >= FLUSH_BYTES) {
          flush(copy, rows);
        }
      }
      flush(copy, rows);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void flush(CopyIn copy, StringBuilder rows) throws SQLException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  private static void append(StringBuilder rows, EventDraft event) {
    CopyText row = new CopyText(rows);
    row.field(event.eventId());
    row.field(event.type().name());
    row.field(event.customerId());
    row.field(event.sessionId());
    row.field(event.itemId());
    row.field(event.at().toString());
    row.field(event.rating());
    row.field(event.quantity());
    // Stripped, because zero can be written with a million decimals.
    row.field(event.amount() == null ? null : event.amount().stripTrailingZeros().toPlainString());
    row.field(event.currency());
    row.field(event.durationMs());
    row.field(event.source());
    row.field(event.attributes() == null ? null : Json.write(event.attributes()));
    row.field(event.importId());
    row.end();
  }
}
