package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.Processes;
import org.pitchwright.testing.ServerDatabase;

/**
 * {@code kill -9} of the server and of the trainer in the midst of each job. One server after the
 * other works on the same data directory, each where the one before was killed.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledProcessesIT {
  private static final String CLEANSE = "cleanse-behavior";
  private static final String TRAIN = "train-recommender";
  private static final Path DATA = FaultCompany.folder("killed");

  private static LaunchedMicro server;
  private static BatchClient client;

  @BeforeAll
  static void start() {
    FaultCompany.undisturbedCounts();
    launch();
    client.importFile("items", FaultCompany.items());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  @Order(1)
  void anImportGoesOnWhereTheServerWasKilled() {
    String id = client.upload("events", FaultCompany.events(), false);
    JsonNode before = client.awaitImport(id, run -> run.path("report").path("rows").asLong() > 0);
    assertThat(before.path("status").asText()).isEqualTo("RUNNING");
    long execution = before.path("executionId").asLong();
    client.await(execution, run -> run.path("progress").path("done").asLong() > 0);
    killServer();
    launch();

    JsonNode after = client.awaitImport(id);

    JsonNode report = after.path("report");
    figure(
        "killed during the import at %s; in the end %,d rows accepted, %,d rejected",
        reached(execution), report.path("accepted").asLong(), report.path("rejected").asLong());
    assertThat(after.path("status").asText()).isEqualTo("COMPLETED");
    Map<String, Long> counts = ServerDatabase.of(server).counts();
    assertThat(report.path("accepted").asLong()).isEqualTo(counts.get("event"));
    assertThat(report.path("rejected").asLong()).isEqualTo(counts.get("import_reject"));
    for (String table : new String[] {"event", "import_reject"}) {
      assertThat(counts.get(table)).isEqualTo(FaultCompany.undisturbedCounts().get(table));
    }
  }

  @Test
  @Order(2)
  void aCleansingGoesOnWhereTheServerWasKilled() {
    long execution = client.start(CLEANSE, Map.of());
    client.await(execution, run -> run.path("progress").path("done").asLong() > 0);
    killServer();
    launch();

    JsonNode resumed = client.await(client.awaitNewer(CLEANSE, execution));

    figure(
        "killed during cleansing at %s; %s",
        reached(execution), resumed.path("progress").path("message").asText());
    assertThat(client.execution(execution).path("status").asText()).isEqualTo("FAILED");
    assertThat(client.execution(execution).path("error").asText()).contains("stopped working");
    assertThat(resumed.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(resumed.path("restartOf").asLong()).isEqualTo(execution);
    assertThat(ServerDatabase.of(server).counts()).isEqualTo(FaultCompany.undisturbedCounts());
  }

  @Test
  @Order(3)
  void aTrainingGoesOnAtItsLastEpochWhenTheServerWasKilled() {
    long execution = client.start(TRAIN, Map.of("epochs", "4"));
    awaitMessage(execution, "of 4 epochs, loss");
    ProcessHandle trainer = Processes.trainer(DATA).orElseThrow();

    killServer();

    await().atMost(Duration.ofSeconds(10)).until(() -> !trainer.isAlive());
    launch();
    long resumed = client.awaitNewer(TRAIN, execution);
    String message = awaitMessage(resumed, "Going on after epoch");
    figure("killed during training; the next server: %s", message);
    assertThat(epoch(message)).isPositive();
  }

  @Test
  @Order(4)
  void aTrainingGoesOnAtItsLastEpochWhenTheTrainerWasKilled() {
    long execution = client.newest(TRAIN).path("id").asLong();
    Processes.kill(Processes.trainer(DATA).orElseThrow());

    JsonNode failed = client.await(execution);
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.path("error").asText())
        .contains("killed by signal 9")
        .contains("Restart the execution: it goes on at the last epoch");

    long restarted = client.act(execution, "restart").path("id").asLong();
    String message = awaitMessage(restarted, "Going on after epoch");
    JsonNode end = client.await(restarted);
    figure(
        "killed the trainer; restarted: %s; %s",
        message, end.path("progress").path("message").asText());
    assertThat(end.path("status").asText()).as(end.path("error").asText()).isEqualTo("COMPLETED");
    assertThat(ServerDatabase.of(server).number("SELECT count(*) FROM model_version")).isOne();
    assertThat(Processes.trainer(DATA)).isEmpty();
  }

  private static void launch() {
    server = LaunchedMicro.plain(FaultCompany.HOME, DATA, FaultCompany.PATIENT);
    client = BatchClient.of(server);
  }

  /** Kills the server; its launcher then ends everything else. */
  private static void killServer() {
    Processes.kill(Processes.server(server));
    server.launcher().onExit().join();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(Processes.of(DATA)).as("processes left behind").isEmpty());
  }

  /** How far an execution had got when its server was killed, which was neither nothing nor all. */
  private static String reached(long execution) {
    JsonNode progress = client.execution(execution).path("progress");
    assertThat(progress.path("done").asLong())
        .isPositive()
        .isLessThan(progress.path("total").asLong());
    return "%,d of %,d %s"
        .formatted(
            progress.path("done").asLong(),
            progress.path("total").asLong(),
            progress.path("unit").asText());
  }

  private static String awaitMessage(long execution, String part) {
    return client
        .await(
            execution,
            run -> {
              assertThat(run.path("finishedAt").asText("")).as(run.toString()).isIn("", "null");
              return run.path("progress").path("message").asText().contains(part);
            })
        .path("progress")
        .path("message")
        .asText();
  }

  private static int epoch(String message) {
    String tail = message.substring("Going on after epoch ".length());
    return Integer.parseInt(tail.substring(0, tail.indexOf(',')));
  }

  private static void figure(String format, Object... values) {
    System.out.println("FAULTS  " + String.format(format, values));
  }
}
