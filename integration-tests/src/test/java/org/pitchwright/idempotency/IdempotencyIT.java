package org.pitchwright.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** A POST with an Idempotency-Key runs once. */
class IdempotencyIT {
  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";

  private final ApiClient crm = ApiClient.crm();
  private final ApiClient operator = ApiClient.person("operator");

  @Test
  void aRepeatGetsTheFirstReply() {
    ObjectNode request = object().put("customerId", key("customer"));
    String once = key("once");

    Reply first = crm.post("recommendations", request, KEY, once);
    Reply repeat = crm.post("recommendations", request, KEY, once);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header(REPLAYED)).isNull();
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.text()).isEqualTo(first.text());
    assertThat(repeat.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(repeat.header(REPLAYED)).isEqualTo("true");
  }

  @Test
  void aRepeatedSubmissionOfEventsSaysAcceptedAgain() {
    ObjectNode body = events();
    String once = key("once");

    Reply first = crm.post("events", body, KEY, once);
    Reply repeat = crm.post("events", body, KEY, once);
    Reply another = crm.post("events", body, KEY, key("once"));

    assertThat(first.status()).isEqualTo(202);
    assertThat(repeat.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(another.json().get("accepted").asInt()).isZero();
    assertThat(another.json().get("duplicates").asInt()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String once = key("once");
    crm.post("events", events(), KEY, once);

    assertProblem(crm.post("events", events(), KEY, once), 422, "idempotency-key-reused");
    assertProblem(
        crm.post("recommendations", object().put("customerId", "c"), KEY, once),
        422,
        "idempotency-key-reused");
  }

  @Test
  void aRefusalIsRepeatedAsWell() {
    String once = key("once");

    Reply first = crm.post("recommendations", object(), KEY, once);
    Reply repeat = crm.post("recommendations", object(), KEY, once);

    assertProblem(first, 400, "invalid-request", "/customerId");
    assertProblem(repeat, 400, "invalid-request", "/customerId");
    assertThat(repeat.header(REPLAYED)).isEqualTo("true");
  }

  @Test
  void twoCallersMayUseTheSameKey() {
    String once = key("once");
    ObjectNode request = object().put("customerId", key("customer"));

    crm.post("recommendations", request, KEY, once);
    Reply other = ApiClient.person("marketer").post("recommendations", request, KEY, once);

    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header(REPLAYED)).isNull();
  }

  @Test
  void ofManyAtOnceOneRuns() {
    ObjectNode request = object().put("customerId", key("customer"));
    String once = key("once");

    List<Reply> replies =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> crm.post("recommendations", request, KEY, once)))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(replies).extracting(Reply::status).isSubsetOf(200, 409);
    assertThat(replies.stream().filter(reply -> reply.status() == 200).map(Reply::text).distinct())
        .hasSize(1);
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertProblem(
        crm.post("recommendations", object().put("customerId", "c"), KEY, "k".repeat(256)),
        400,
        "invalid-request",
        "");
  }

  @Test
  void everyPostTakesAKeyEvenWithoutABody() {
    String feedback =
        "recommendations/"
            + crm.post("recommendations", object().put("customerId", key("customer")))
                .json()
                .get("requestId")
                .asText()
            + "/feedback";
    ObjectNode click = object().put("itemId", "not-in-it").put("outcome", "CLICK");
    String once = key("once");
    assertThat(crm.post(feedback, click, KEY, once).status()).isEqualTo(400);
    assertThat(crm.post(feedback, click, KEY, once).header(REPLAYED)).isEqualTo("true");
    for (String path :
        List.of(
            "jobs/no-such-job/executions",
            "jobs/executions/999999999/stop",
            "jobs/executions/999999999/restart",
            "jobs/executions/999999999/abandon",
            "models/recommender/versions/999999/promote",
            "models/recommender/versions/999999/rollback")) {
      String again = key("once");
      assertProblem(operator.post(path, KEY, again), 404, "not-found");
      Reply repeat = operator.post(path, KEY, again);
      assertProblem(repeat, 404, "not-found");
      assertThat(repeat.header(REPLAYED)).as(path).isEqualTo("true");
    }
  }

  private static ObjectNode events() {
    ObjectNode body = object();
    body.putArray("events")
        .addObject()
        .put("eventId", key("event"))
        .put("type", "VIEW")
        .put("customerId", key("customer"))
        .put("itemId", "i-0001")
        .put("at", "2026-11-01T10:00:00Z");
    return body;
  }
}
