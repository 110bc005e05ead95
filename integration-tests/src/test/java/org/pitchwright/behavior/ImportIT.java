package org.pitchwright.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.RunningServer;

/** Files through the REST interface of the real server, into the real database. */
class ImportIT {
  private static final String HEADER = "event_id,type,customer_id,item_id,at,quantity\n";

  private final BatchClient server = BatchClient.of(RunningServer.current());
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aDirtyFileGivesAReportAndTheBadLinesWhileTheGoodOnesAreKept() {
    JsonNode imported = server.importText("events", dirty(), false);

    JsonNode report = imported.path("report");
    assertThat(imported.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(report.path("rows").asLong()).isEqualTo(9);
    assertThat(report.path("accepted").asLong()).isEqualTo(3);
    assertThat(report.path("rejected").asLong()).isEqualTo(6);
    assertThat(report.path("encoding").asText()).isEqualTo("UTF-8");
    assertThat(report.path("delimiter").asText()).isEqualTo(",");
    assertThat(report.path("columns").path("at").asText()).isEqualTo("at");
    assertThat(server.rejects(imported.path("id").asText()))
        .hasSize(7)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("line,reason,detail,content"),
            line -> assertThat(line).startsWith("3,UNKNOWN_TYPE,").contains("NONSENSE"),
            line -> assertThat(line).startsWith("4,INVALID_TIME,").contains("2026-02-30"),
            line -> assertThat(line).startsWith("5,INVALID_VALUE,").contains("negative"),
            line -> assertThat(line).startsWith("6,UNCLOSED_QUOTE,"),
            line -> assertThat(line).startsWith("8,TOO_FEW_COLUMNS,"),
            line -> assertThat(line).startsWith("9,MISSING_VALUE,"));
  }

  @Test
  void theSameFileTwiceGivesDuplicatesOnly() {
    server.importText("events", dirty(), false);

    JsonNode report = server.importText("events", dirty(), false).path("report");

    assertThat(report.path("accepted").asLong()).isZero();
    assertThat(report.path("duplicates").asLong()).isEqualTo(3);
    assertThat(report.path("rejected").asLong()).isEqualTo(6);
  }

  @Test
  void rowsWithoutAnIdAreKnownAgainByWhatTheyHold() {
    String file =
        "user_id,item_id,rating,time\n%s,i-0001,5,1700000000\n%s,i-0001,5,1700000000\n"
            .formatted(run, run);

    JsonNode first = server.importText("events", file, false).path("report");
    JsonNode second = server.importText("events", file, false).path("report");

    assertThat(first.path("accepted").asLong()).isEqualTo(2);
    assertThat(second.path("duplicates").asLong()).isEqualTo(2);
  }

  @Test
  void aDryRunTellsTheSameAndKeepsNothing() {
    JsonNode dry = server.importText("events", dirty(), true).path("report");
    JsonNode dryAgain = server.importText("events", dirty(), true).path("report");
    JsonNode real = server.importText("events", dirty(), false).path("report");

    for (String figure : List.of("rows", "accepted", "duplicates", "rejected", "reasons")) {
      assertThat(dry.path(figure)).as(figure).isEqualTo(real.path(figure));
      assertThat(dryAgain.path(figure)).as(figure).isEqualTo(real.path(figure));
    }
  }

  @Test
  void aDryRunOfItemsKeepsNothing() {
    JsonNode dry =
        server.importText("items", "item_id,title\nitem-" + run + ",Cup\n", true).path("report");

    assertThat(dry.path("accepted").asLong()).isEqualTo(1);
    assertThat(items()).doesNotContain("item-" + run);
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() {
    JsonNode imported = server.importText("events", "colour,size\nred,4\n", false);

    assertThat(imported.path("status").asText()).isEqualTo("FAILED");
    assertThat(imported.path("error").asText())
        .contains("colour, size")
        .contains("Begin the file with a header");
  }

  private List<String> items() {
    List<String> found = new ArrayList<>();
    server
        .rest()
        .get("items?limit=200", JsonNode.class)
        .path("items")
        .forEach(item -> found.add(item.path("itemId").asText()));
    return found;
  }

  private String dirty() {
    return HEADER
        + row(1, "VIEW", "2026-01-01T00:00:00Z", "")
        + row(2, "NONSENSE", "2026-01-01T00:00:00Z", "")
        + row(3, "VIEW", "2026-02-30T00:00:00Z", "")
        + row(4, "PURCHASE", "2026-01-01T00:00:00Z", "-1")
        + "\""
        + row(5, "VIEW", "2026-01-01T00:00:00Z", "")
        + row(6, "PURCHASE", "2026-01-01T00:00:00Z", "1")
        + "too,few\n"
        + row(8, "VIEW", "", "")
        + row(9, "VIEW", "2026-01-01T00:00:00Z", "");
  }

  private String row(int number, String type, String at, String quantity) {
    return "%s-%d,%s,c-%s,i-0001,%s,%s\n".formatted(run, number, type, run, at, quantity);
  }
}
