package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Batch jobs over REST. */
class JobResourceIT {
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  private final ApiClient operator = ApiClient.person("operator");

  @Test
  void allJobsAreListed() {
    Reply list = operator.get("jobs");

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.json().get("items").findValuesAsText("name"))
        .contains(
            "cleanse-behavior",
            "train-recommender",
            "evaluate-recommender",
            "add-items",
            "learn-relations");
  }

  @Test
  void aJobThatEndedCanNeitherBeStoppedNorRestarted() {
    Reply started = operator.post("jobs/cleanse-behavior/executions", object());
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.json().get("job").asText()).isEqualTo("cleanse-behavior");
    String execution = "jobs/executions/" + started.json().get("id").asLong();

    JsonNode ended = awaitEnd(execution);

    assertThat(ended.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended.at("/progress/unit").asText()).isNotBlank();
    assertThat(ended.get("steps")).isNotEmpty();
    assertProblem(operator.post(execution + "/stop"), 409, "conflict");
    assertProblem(operator.post(execution + "/restart"), 409, "conflict");
    assertProblem(operator.post(execution + "/abandon"), 409, "conflict");
  }

  @Test
  void aStoppedJobGoesOnWhereItWasOrIsGivenUp() {
    Reply started = operator.post("jobs/train-recommender/executions");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertProblem(operator.post("jobs/train-recommender/executions"), 409, "conflict");
    String first = "jobs/executions/" + started.json().get("id").asLong();
    assertProblem(operator.post(first + "/restart"), 409, "conflict");

    assertThat(operator.post(first + "/stop").status()).isEqualTo(202);
    assertThat(awaitEnd(first).get("status").asText()).isEqualTo("STOPPED");

    Reply restarted = operator.post(first + "/restart");
    assertThat(restarted.status()).as(restarted.text()).isEqualTo(202);
    assertThat(restarted.json().get("restartOf").asLong())
        .isEqualTo(started.json().get("id").asLong());
    assertProblem(operator.post(first + "/restart"), 409, "conflict");
    String second = "jobs/executions/" + restarted.json().get("id").asLong();
    assertThat(operator.post(second + "/stop").status()).isEqualTo(202);
    assertThat(awaitEnd(second).get("status").asText()).isEqualTo("STOPPED");

    assertThat(operator.post(second + "/abandon").json().get("status").asText())
        .isEqualTo("ABANDONED");
    assertProblem(operator.post(second + "/restart"), 409, "conflict");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertProblem(operator.post("jobs/no-such-job/executions", object()), 404, "not-found");
    assertProblem(operator.get("jobs/executions/999999999"), 404, "not-found");
    assertProblem(operator.get("jobs/executions/first"), 404, "not-found");
    assertProblem(operator.post("jobs/executions/999999999/stop"), 404, "not-found");
    assertProblem(operator.post("jobs/executions/999999999/restart"), 404, "not-found");
    assertProblem(operator.post("jobs/executions/999999999/abandon"), 404, "not-found");
  }

  @Test
  void aParameterThatAJobDoesNotKnowIsRefused() {
    ObjectNode body = object();
    body.putObject("parameters").put("colour", "red");

    Reply reply = operator.post("jobs/cleanse-behavior/executions", body);

    assertProblem(reply, 400, "invalid-request", "/parameters/colour");
  }

  @Test
  void whoMayOnlyLookMayNotStart() {
    assertThat(ApiClient.crm().get("jobs").status()).isEqualTo(200);
    assertProblem(
        ApiClient.crm().post("jobs/cleanse-behavior/executions", object()), 403, "forbidden");
  }

  private JsonNode awaitEnd(String execution) {
    return await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> operator.get(execution).json(),
            json -> ENDED.contains(json.path("status").asText()));
  }
}
