package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.RunningServer;

/** Jobs through the REST interface of the real server. */
class JobsIT {
  private static final String TRAIN = "train-recommender";

  private final BatchClient server = BatchClient.of(RunningServer.current());
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void everyWaitingEventIsAcceptedOrRejected() {
    cleanse();
    StringBuilder file = new StringBuilder("event_id,type,customer_id,item_id,at\n");
    for (int i = 0; i < 300; i++) {
      String item = i % 3 == 0 ? "unknown-" + run : "i-000" + (1 + i % 9);
      file.append(
          "%s-%d,VIEW,c-%s-%d,%s,2026-01-01T00:00:%02dZ\n"
              .formatted(run, i, run, i % 7, item, i % 60));
    }
    server.importText("events", file.toString(), false);

    JsonNode execution = cleanse();

    String message = execution.path("progress").path("message").asText();
    assertThat(message).contains("UNKNOWN_ITEM 100").contains("NEAR_DUPLICATE");
    assertThat(number(message, " accepted") + number(message, " rejected")).isEqualTo(300);
    assertThat(execution.path("progress").path("done").asLong()).isEqualTo(300);
    assertThat(execution.path("progress").path("total").asLong()).isEqualTo(300);
  }

  @Test
  void whatIsJudgedIsNotJudgedAgain() {
    cleanse();

    assertThat(cleanse().path("progress").path("message").asText())
        .isEqualTo("0 accepted, 0 rejected");
  }

  @Test
  void anExecutionHasTheShapeOfTheContract() {
    JsonNode execution = cleanse();

    assertThat(execution.path("id").isIntegralNumber()).isTrue();
    assertThat(execution.path("job").asText()).isEqualTo("cleanse-behavior");
    assertThat(execution.path("status").asText()).isEqualTo("COMPLETED");
    JsonNode progress = execution.path("progress");
    assertThat(progress.path("done").isIntegralNumber()).isTrue();
    assertThat(progress.path("total").isIntegralNumber()).isTrue();
    assertThat(progress.path("unit").asText()).isEqualTo("events");
    assertThat(progress.path("message").isTextual()).isTrue();
    assertThat(execution.path("steps"))
        .extracting(step -> step.path("name").asText() + " " + step.path("status").asText())
        .containsExactly("collect COMPLETED", "cleanse COMPLETED", "summary COMPLETED");
  }

  @Test
  void aRunningJobIsNotStartedTwiceAndGoesOnWhereItWasStopped() {
    long execution = server.start(TRAIN, Map.of("epochs", "60"));
    server.await(
        execution,
        one -> one.path("progress").path("message").asText().contains("of 60 epochs, loss"));

    assertThatThrownBy(() -> server.start(TRAIN, Map.of()))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("status 409")
        .hasMessageContaining("runs already");
    assertThatThrownBy(() -> server.act(execution, "restart")).hasMessageContaining("status 409");
    assertThatThrownBy(() -> server.act(execution, "abandon")).hasMessageContaining("status 409");

    server.act(execution, "stop");
    assertThat(server.await(execution).path("status").asText()).isEqualTo("STOPPED");
    assertThatThrownBy(() -> server.act(execution, "stop")).hasMessageContaining("status 409");

    long next = server.act(execution, "restart").path("id").asLong();
    server.await(
        next,
        one -> one.path("progress").path("message").asText().startsWith("Going on after epoch"));
    assertThatThrownBy(() -> server.act(execution, "restart"))
        .hasMessageContaining("a later execution has continued it");
    assertThat(server.execution(next).path("restartOf").asLong()).isEqualTo(execution);

    server.act(next, "stop");
    server.await(next);
    assertThat(server.act(next, "abandon").path("status").asText()).isEqualTo("ABANDONED");
    assertThatThrownBy(() -> server.act(next, "restart")).hasMessageContaining("status 409");
  }

  @Test
  void progressNeverGoesBack() {
    long execution = server.start(TRAIN, Map.of("epochs", "1"));
    double[] share = {0};

    JsonNode end =
        server.await(
            execution,
            one -> {
              JsonNode progress = one.path("progress");
              double now =
                  progress.path("done").asDouble() / Math.max(1, progress.path("total").asLong());
              assertThat(now).as(progress.toString()).isBetween(share[0] - .001, 1.0);
              share[0] = now;
              return !one.path("finishedAt").isMissingNode() && !one.path("finishedAt").isNull();
            });

    assertThat(end.path("status").asText()).as(end.path("error").asText()).isEqualTo("COMPLETED");
    assertThat(share[0]).isEqualTo(1);
  }

  @Test
  void aJobThatFailsSaysWhatAndHowToMendIt() {
    long execution = server.start(TRAIN, Map.of("minimumCustomers", "1000000"));

    JsonNode end = server.await(execution);

    assertThat(end.path("status").asText()).isEqualTo("FAILED");
    assertThat(end.path("error").asText())
        .contains("1000000 are needed")
        .contains("Import more behaviour");
    assertThat(end.path("steps").get(0).path("name").asText()).isEqualTo("prepare");
    assertThat(end.path("steps").get(0).path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void wrongParametersAndUnknownJobsAreNamed() {
    assertThatThrownBy(() -> server.start("cleanse-behavior", Map.of("partitions", "many")))
        .hasMessageContaining("status 400")
        .hasMessageContaining("partitions must be a whole number from 1 to 64");
    assertThatThrownBy(() -> server.start("cleanse-behavior", Map.of("colour", "red")))
        .hasMessageContaining("has no parameter colour");
    assertThatThrownBy(() -> server.start("bake-bread", Map.of()))
        .hasMessageContaining("status 404")
        .hasMessageContaining("cleanse-behavior");
    assertThatThrownBy(() -> server.execution(999_999_999)).hasMessageContaining("status 404");
  }

  private JsonNode cleanse() {
    return server.await(server.start("cleanse-behavior", Map.of()));
  }

  private static long number(String message, String before) {
    String head = message.substring(0, message.indexOf(before));
    return Long.parseLong(head.substring(head.lastIndexOf(' ') + 1));
  }
}
