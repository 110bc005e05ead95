package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.Processes;
import org.pitchwright.testing.ServerDatabase;

/** One database, apart from the servers: it goes away for a while; two servers share it. */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseAwayIT {
  private static final String CLEANSE = "cleanse-behavior";
  private static final String TRAIN = "train-recommender";
  private static final long AWAY_MILLIS = 8_000;

  private static EmbeddedPostgres postgres;
  private static int port;
  private static ServerDatabase database;
  private static Map<String, String> environment;
  private static LaunchedMicro one;
  private static LaunchedMicro other;
  private static BatchClient client;

  @BeforeAll
  static void start() {
    FaultCompany.undisturbedCounts();
    Path folder = FaultCompany.folder("database");
    postgres = EmbeddedPostgres.prepare(folder.resolve("postgresql"), folder.resolve("secrets"));
    EmbeddedPostgres.Running running = postgres.start(0);
    port = running.port();
    Database address = running.database();
    database = new ServerDatabase(address);
    environment = new HashMap<>(FaultCompany.PATIENT);
    environment.put("PITCHWRIGHT_DB_URL", address.url());
    environment.put("PITCHWRIGHT_DB_USER", address.user());
    environment.put("PITCHWRIGHT_DB_PASSWORD", address.password());
    one = LaunchedMicro.plain(FaultCompany.HOME, FaultCompany.folder("one"), environment);
    client = BatchClient.of(one);
    client.importFile("items", FaultCompany.items());
  }

  @AfterAll
  static void stop() {
    if (other != null) {
      other.stop();
    }
    one.stop();
    postgres.stop();
  }

  @Test
  @Order(1)
  void anImportGoesOnWhenTheDatabaseIsBack() throws InterruptedException {
    String id = client.upload("events", FaultCompany.events(), false);
    client.awaitImport(id, run -> run.path("report").path("rows").asLong() > 0);
    databaseAway();
    long kept = database.number("SELECT count(*) FROM event");

    JsonNode after = client.awaitImport(id);

    figure(
        "database away for 8 s during the import after %,d events; in the end %,d accepted",
        kept, after.path("report").path("accepted").asLong());
    assertThat(after.path("status").asText()).as(after.toString()).isEqualTo("COMPLETED");
    Map<String, Long> counts = database.counts();
    assertThat(after.path("report").path("accepted").asLong()).isEqualTo(counts.get("event"));
    for (String table : new String[] {"event", "import_reject"}) {
      assertThat(counts.get(table)).isEqualTo(FaultCompany.undisturbedCounts().get(table));
    }
  }

  @Test
  @Order(2)
  void aCleansingGoesOnWhenTheDatabaseIsBack() throws InterruptedException {
    long execution = client.start(CLEANSE, Map.of());
    client.await(execution, run -> run.path("progress").path("done").asLong() > 0);
    databaseAway();
    long kept = database.number("SELECT count(*) FROM cleansed_event");

    JsonNode failed = client.await(execution);
    JsonNode resumed = client.await(client.awaitNewer(CLEANSE, execution));

    figure(
        "database away during cleansing after %,d accepted; %s; %s",
        kept, failed.path("error").asText(), resumed.path("progress").path("message").asText());
    assertThat(failed.path("error").asText()).contains("The database could not be reached");
    assertThat(resumed.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(database.counts()).isEqualTo(FaultCompany.undisturbedCounts());
  }

  @Test
  @Order(3)
  void aJobRunsOnOneNodeAndTheOtherTakesItOverWhenThatDies() {
    other = LaunchedMicro.plain(FaultCompany.HOME, FaultCompany.folder("other"), environment);
    BatchClient there = BatchClient.of(other);
    long execution = client.start(TRAIN, Map.of("epochs", "2"));
    client.await(execution, run -> Processes.trainer(one.dataDirectory()).isPresent());
    assertThatThrownBy(() -> there.start(TRAIN, Map.of()))
        .hasMessageContaining("status 409")
        .hasMessageContaining("runs already");

    long killed = System.nanoTime();
    Processes.kill(Processes.server(one));
    long taken = there.awaitNewer(TRAIN, execution);
    double seconds = (System.nanoTime() - killed) / 1e9;
    JsonNode end = there.await(taken);

    figure(
        "the other node took over %.1f s after the first was killed; %s",
        seconds, end.path("progress").path("message").asText());
    assertThat(end.path("status").asText()).as(end.path("error").asText()).isEqualTo("COMPLETED");
    assertThat(end.path("restartOf").asLong()).isEqualTo(execution);
    assertThat(end.path("node").asText())
        .isNotEqualTo(there.execution(execution).path("node").asText());
    assertThat(seconds).isBetween(1.0, 60.0);
    assertThat(database.number("SELECT count(*) FROM model_version")).isOne();
  }

  @Test
  @Order(4)
  void aScheduleFiresOnOneNodeOnly() throws InterruptedException {
    one = LaunchedMicro.plain(FaultCompany.HOME, one.dataDirectory(), environment);
    BatchClient there = BatchClient.of(other);
    long before = there.newest(CLEANSE).path("id").asLong();
    database.execute(
        "UPDATE job_schedule SET cron = '0 0 1 1 *', enabled = true, next_fire_at = now()"
            + " WHERE job = 'cleanse-behavior'");

    there.await(there.awaitNewer(CLEANSE, before));
    Thread.sleep(7_000); // Twice as long as a node waits between two looks at the schedules.

    assertThat(
            database.number(
                "SELECT count(*) FROM job_run WHERE job = 'cleanse-behavior' AND execution_id > "
                    + before))
        .isOne();
  }

  private static void databaseAway() throws InterruptedException {
    postgres.stop();
    Thread.sleep(AWAY_MILLIS);
    postgres.start(port);
  }

  private static void figure(String format, Object... values) {
    System.out.println("FAULTS  " + String.format(format, values));
  }
}
