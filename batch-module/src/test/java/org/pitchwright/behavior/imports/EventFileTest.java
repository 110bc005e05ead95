package org.pitchwright.behavior.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pitchwright.behavior.EventDraft;
import org.pitchwright.behavior.EventType;
import org.pitchwright.behavior.csv.UnreadableFileException;

class EventFileTest {
  private static final String FULL_HEADER =
      "event_id,type,customer_id,item_id,at,rating,quantity,amount,currency,duration_ms,session_id,"
          + "source,attributes\n";

  @Test
  void readsTheFullColumnSet() throws IOException {
    EventDraft event =
        ImportedRows.event(
            FULL_HEADER
                + "e-1,PURCHASE,c-1,i-1,2026-11-01T10:00:00+08:00,4.5,2,39.80,CNY,1500,s-1,app,"
                + "\"{\"\"color\"\":\"\"red\"\"}\"\n");

    assertThat(event.eventId()).isEqualTo("e-1");
    assertThat(event.type()).isEqualTo(EventType.PURCHASE);
    assertThat(event.customerId()).isEqualTo("c-1");
    assertThat(event.itemId()).isEqualTo("i-1");
    assertThat(event.at()).isEqualTo(OffsetDateTime.parse("2026-11-01T02:00:00Z"));
    assertThat(event.rating()).isEqualTo(4.5);
    assertThat(event.quantity()).isEqualTo(2);
    assertThat(event.amount()).isEqualByComparingTo(new BigDecimal("39.8"));
    assertThat(event.currency()).isEqualTo("CNY");
    assertThat(event.durationMs()).isEqualTo(1500);
    assertThat(event.sessionId()).isEqualTo("s-1");
    assertThat(event.source()).isEqualTo("app");
    assertThat(event.attributes()).isEqualTo(Map.of("color", "red"));
  }

  @Test
  void readsTheClassicalRatingsWithUnixSeconds() throws IOException {
    EventDraft event = ImportedRows.event("user_id,item_id,rating,time\n7,42,5,1700000000\n");

    assertThat(event.type()).isEqualTo(EventType.RATING);
    assertThat(event.customerId()).isEqualTo("7");
    assertThat(event.itemId()).isEqualTo("42");
    assertThat(event.rating()).isEqualTo(5);
    assertThat(event.at()).isEqualTo(OffsetDateTime.parse("2023-11-14T22:13:20Z"));
    assertThat(event.eventId()).startsWith("sha256-");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-14T22:13:20Z,         2023-11-14T22:13:20Z",
    "2023-11-14T22:13:20.5+08:00,  2023-11-14T14:13:20.5Z",
    "2023-11-14T22:13:20+0800,     2023-11-14T14:13:20Z",
    "2023-11-14 22:13:20+08,       2023-11-14T14:13:20Z",
    "2023-11-14 22:13:20,          2023-11-14T14:13:20Z",
    "2023-11-14T22:13:20,          2023-11-14T14:13:20Z",
    "2023-11-14 22:13,             2023-11-14T14:13:00Z",
    "2023/11/14 22:13:20,          2023-11-14T14:13:20Z",
    "2023-11-14,                   2023-11-13T16:00:00Z",
    "20231114,                     2023-11-13T16:00:00Z",
    "1700000000123,                2023-11-14T22:13:20.123Z",
    "1700000000.5,                 2023-11-14T22:13:20.5Z"
  })
  void readsTimesAsShopsWriteThem(String written, OffsetDateTime meant) throws IOException {
    EventDraft event = ImportedRows.event("user_id,item_id,rating,time\n7,42,5," + written + "\n");

    assertThat(event.at().toInstant()).isEqualTo(meant.toInstant());
  }

  @Test
  void readsPublicDataSetsThatHaveNoHeader() throws IOException {
    EventDraft rating = ImportedRows.event("7,42,5.0,1700000000\n");
    EventDraft behavior = ImportedRows.event("7,42,1001,pv,1700000000\n");

    assertThat(rating.type()).isEqualTo(EventType.RATING);
    assertThat(behavior.type()).isEqualTo(EventType.VIEW);
    assertThat(behavior.itemId()).isEqualTo("42");
  }

  @Test
  void mapsHeaderNamesOfShopsInBothLanguages() throws IOException {
    EventDraft event =
        ImportedRows.event("行为类型;用户ID;商品编号;时间;数量\n购买;c-1;i-1;2026-01-02 03:04:05;2\n");
    EventDraft english =
        ImportedRows.event("Event Name|Member-ID|SKU|Timestamp\nadd_to_cart|c|i|1700000000\n");

    assertThat(event.type()).isEqualTo(EventType.PURCHASE);
    assertThat(event.quantity()).isEqualTo(2);
    assertThat(english.type()).isEqualTo(EventType.CART);
    assertThat(english.customerId()).isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource({
    "NONSENSE;c;i;2026-01-01;;,          UNKNOWN_TYPE,   NONSENSE",
    ";c;i;2026-01-01;;,                  MISSING_VALUE,  type",
    "VIEW;c;i;;;,                        MISSING_VALUE,  time",
    "VIEW;;i;2026-01-01;;,               INVALID_VALUE,  customerId or sessionId",
    "VIEW;c;i;2026-02-30;;,              INVALID_TIME,   2026-02-30",
    "VIEW;c;i;2026-02-30T10:00:00Z;;,    INVALID_TIME,   2026-02-30",
    "VIEW;c;i;2026-01-01 25:00:00;;,     INVALID_TIME,   25:00",
    "VIEW;c;i;yesterday;;,               INVALID_TIME,   yesterday",
    "VIEW;c;i;99999999999999999;;,       INVALID_TIME,   99999",
    "PURCHASE;c;i;2026-01-01;-1;,        INVALID_VALUE,  quantity must not be negative",
    "PURCHASE;c;i;2026-01-01;1.5;,       INVALID_NUMBER, whole number",
    "PURCHASE;c;i;2026-01-01;99999999999;, INVALID_NUMBER, quantity",
    "PURCHASE;c;i;2026-01-01;1;-3,       INVALID_VALUE,  amount must not be negative",
    "PURCHASE;c;i;2026-01-01;1;1.23456,  INVALID_VALUE,  four decimals",
    "PURCHASE;c;i;2026-01-01;1;much,     INVALID_NUMBER, amount",
    "PURCHASE;c;i;2026-01-01;1;1e999999999,  INVALID_VALUE, at most",
    "PURCHASE;c;i;2026-01-01;1;0e-999999999, INVALID_NUMBER, amount"
  })
  void refusesWhatIsWrongAndSaysWhat(String row, String reason, String detail) throws IOException {
    ImportRow.Rejection rejection =
        ImportedRows.rejection("type;customer_id;item_id;at;quantity;amount\n" + row + "\n");

    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
    assertThat(rejection.line()).isEqualTo(2);
    assertThat(rejection.content()).isEqualTo(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5f", "0x1p3", "NaN", "Infinity", "four"})
  void refusesARatingThatIsNoPlainNumber(String rating) throws IOException {
    ImportRow.Rejection rejection =
        ImportedRows.rejection("user_id,item_id,rating,time\n7,42," + rating + ",1700000000\n");

    assertThat(rejection.detail()).contains("rating must be a number");
  }

  @Test
  void keepsTheGoodRowsAroundBadOnes() throws IOException {
    List<ImportRow> rows =
        ImportedRows.events(
            "event_id,type,customer_id,item_id,at\n"
                + "e-1,VIEW,c,i,2026-01-01\n"
                + "e-2,NONSENSE,c,i,2026-01-01\n"
                + "e-3,\"VIEW,c,i,2026-01-01\n"
                + "e-4,VIEW,c,i\n"
                + "e-5,VIEW,c,i,2026-01-01\n");

    assertThat(rows)
        .extracting(row -> row.rejection() == null ? "" : row.rejection().reason())
        .containsExactly("", "UNKNOWN_TYPE", "UNCLOSED_QUOTE", "TOO_FEW_COLUMNS", "");
  }

  @Test
  void refusesAFileWhoseColumnsMeanNothingAndNamesThem() {
    assertThatThrownBy(() -> ImportedRows.events("colour,size\nred,4\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("colour, size")
        .hasMessageContaining("Begin the file with a header");
    assertThatThrownBy(() -> ImportedRows.events("customer_id,item_id,type\nc,i,VIEW\n"))
        .hasMessageContaining("no column at");
  }
}
