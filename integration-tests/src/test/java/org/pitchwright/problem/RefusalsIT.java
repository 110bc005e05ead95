package org.pitchwright.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** How the REST interface refuses what is no proper request. */
class RefusalsIT {
  private static final String JSON = "application/json";

  private final ApiClient crm = ApiClient.crm();

  @Test
  void jsonThatIsNoneIsRefusedWithTheLine() {
    for (String body : List.of("{\"events\":[", "{\"events\":[}", "events", "{'events':[]}", "")) {
      assertProblem(events(body.getBytes(UTF_8)), 400, "invalid-request", "");
    }
    assertThat(events("{\n\"events\": [ }".getBytes(UTF_8)).json().get("detail").asText())
        .contains("line 2");
  }

  @Test
  void jsonOfAnotherShapeIsRefusedWithThePlace() {
    assertProblem(events("null".getBytes(UTF_8)), 400, "invalid-request", "");
    assertProblem(events("[]".getBytes(UTF_8)), 400, "invalid-request", "");
    assertProblem(events("{}".getBytes(UTF_8)), 400, "invalid-request", "/events");
    assertProblem(events("{\"events\":{}}".getBytes(UTF_8)), 400, "invalid-request", "/events");
    assertProblem(
        events("{\"events\":[],\"more\":1}".getBytes(UTF_8)), 400, "invalid-request", "/more");
    assertProblem(events("{\"events\":[]} x".getBytes(UTF_8)), 400, "invalid-request", "");
  }

  @Test
  void entriesThatAreNoEventsAreNamedAndTheOthersKept() {
    String good =
        "{\"eventId\":\"%s\",\"type\":\"VIEW\",\"customerId\":\"c\",\"itemId\":\"i-0001\",\"at\":\"2026-11-01T10:00:00Z\"}"
            .formatted(key("event"));
    Reply reply = events(("{\"events\":[null,7,\"x\",[],{}," + good + "]}").getBytes(UTF_8));

    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(reply.json().get("rejected"))
        .extracting(rejected -> rejected.get("index").asInt())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void deeplyNestedJsonIsRefused() {
    String deep = "{\"events\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertProblem(events(deep.getBytes(UTF_8)), 400, "invalid-request", "");
  }

  @Test
  void anotherEncodingIsRefused() {
    byte[] chinese = "{\"events\":\"手机\"}".getBytes(Charset.forName("GB18030"));

    assertProblem(events(chinese), 400, "invalid-request", "");
  }

  @Test
  void aCharsetThatDoesNotExistIsRefused() {
    Reply reply =
        crm.send("POST", "events", "{}".getBytes(UTF_8), "Content-Type", JSON + "; charset=bogus");

    assertThat(reply.status()).as(reply.text()).isIn(400, 415);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    byte[] large = ("{\"events\":\"" + "x".repeat(11_000_000) + "\"}").getBytes(UTF_8);

    assertProblem(events(large), 413, "too-large");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    Reply reply =
        crm.send("POST", "events", "<events/>".getBytes(UTF_8), "Content-Type", "text/xml");

    assertProblem(reply, 415, "unsupported-media-type");
  }

  @Test
  void anotherMediaTypeCannotBeAskedFor() {
    assertProblem(crm.send("GET", "items", null, "Accept", "image/png"), 406, "not-acceptable");
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatAreAllowed() {
    Reply reply = crm.delete("events");

    assertProblem(reply, 405, "method-not-allowed");
    assertThat(reply.header("Allow")).contains("POST");
  }

  @Test
  void anAddressThatDoesNotExistIsNotFound() {
    assertProblem(crm.get("no/such/thing"), 404, "not-found");
    assertProblem(crm.get(""), 404, "not-found");
  }

  @Test
  void whoProvesNothingIsRefusedEverywhere() {
    ApiClient nobody = ApiClient.nobody();
    for (String path : List.of("items", "customers", "jobs", "models", "no/such/thing")) {
      Reply reply = nobody.get(path);
      assertProblem(reply, 401, "unauthenticated");
      assertThat(reply.response().headers().allValues("WWW-Authenticate"))
          .anyMatch(challenge -> challenge.startsWith("Bearer"))
          .anyMatch(challenge -> challenge.startsWith("Basic"));
    }
    assertProblem(nobody.post("events", object()), 401, "unauthenticated");
    assertProblem(nobody.post("recommendations", object()), 401, "unauthenticated");
  }

  @Test
  void whoLacksTheScopeIsRefusedEverywhere() {
    ApiClient other = ApiClient.crmAllowed("insight:read");
    for (String path :
        List.of("items", "items/i-1", "customers", "customers/c-1", "jobs", "models")) {
      assertProblem(other.get(path), 403, "forbidden");
    }
    assertProblem(other.post("events", object()), 403, "forbidden");
    assertProblem(other.post("recommendations", object()), 403, "forbidden");
    assertProblem(other.put("items/i-1", object()), 403, "forbidden");
    assertProblem(other.put("customers/c-1", object()), 403, "forbidden");
    assertProblem(other.delete("customers/c-1"), 403, "forbidden");
  }

  @Test
  void aRefusalNamesItsRequest() {
    Reply reply = crm.send("GET", "items/none-here", null, "X-Request-Id", "my-request-7");

    assertThat(reply.header("X-Request-Id")).isEqualTo("my-request-7");
    assertThat(reply.json().get("instance").asText()).endsWith("my-request-7");
  }

  private Reply events(byte[] body) {
    return crm.send("POST", "events", body, "Content-Type", JSON);
  }
}
