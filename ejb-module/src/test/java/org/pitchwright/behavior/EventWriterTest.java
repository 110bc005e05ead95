package org.pitchwright.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.TestDatabase;

class EventWriterTest {
  private final DataSource database = TestDatabase.migrated();

  @Test
  void keepsAnEventOnceHoweverOftenItIsSent() throws SQLException {
    EventDraft event = event("e-1", "plain");

    assertThat(write(event, event)).isEqualTo(1);
    assertThat(write(event, event("e-2", "other"))).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM event")).isEqualTo(2);
  }

  @Test
  void keepsEveryCharacterOfEveryField() throws SQLException {
    String nasty = "tab\t newline\n return\r backslash\\ \\N \\. quote\" 露营 😀";

    write(event("e-3", nasty));

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT source, attributes ->> 'note', amount FROM event")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(nasty);
      assertThat(row.getString(2)).isEqualTo(nasty);
      assertThat(row.getBigDecimal(3)).isEqualByComparingTo("19.90");
    }
  }

  @Test
  void makesAStubOfACustomerWhoWasNotKnown() throws SQLException {
    write(event("e-4", "x"), event("e-5", "x"));

    assertThat(number("SELECT count(*) FROM customer WHERE stub")).isEqualTo(1);
  }

  private int write(EventDraft... events) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int written = EventWriter.write(connection, List.of(events));
      connection.commit();
      return written;
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static EventDraft event(String id, String note) {
    return new EventDraft(
        id,
        EventType.PURCHASE,
        "anna",
        "tent",
        OffsetDateTime.parse("2026-11-01T10:00:00+08:00"),
        null,
        1,
        new BigDecimal("19.90"),
        "CNY",
        null,
        null,
        note,
        Map.of("note", note),
        null);
  }
}
