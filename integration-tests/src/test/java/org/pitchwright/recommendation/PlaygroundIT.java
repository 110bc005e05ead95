package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.RunningServer;
import org.pitchwright.testing.ServerDatabase;
import org.pitchwright.testing.Versions;

/** Made-up histories over REST. */
class PlaygroundIT {
  private final ApiClient crm = ApiClient.crm();
  private final String champion = "models/recommender/versions/" + Versions.champion();

  @Test
  void thePartsAddUpToTheScore() {
    ObjectNode body = body("VIEW i-0001", "CART i-0012", "DISMISS i-0030", "PURCHASE i-0040");

    JsonNode answer = ask(body);

    assertThat(answer.get("personalized").asBoolean()).isTrue();
    assertThat(answer.get("ignored")).isEmpty();
    assertThat(answer.get("items")).hasSize(10);
    boolean refusalsCount = false;
    for (JsonNode item : answer.get("items")) {
      double sum = 0;
      for (JsonNode part : item.get("parts")) {
        sum += part.asDouble();
      }
      assertThat(sum).isCloseTo(item.get("score").asDouble(), within(1e-4));
      assertThat(item.at("/parts/rules").asDouble()).isZero();
      assertThat(item.at("/reason/text").asText()).isNotBlank();
      refusalsCount |= item.at("/parts/refusals").asDouble() < 0;
    }
    assertThat(refusalsCount).isTrue();
  }

  @Test
  void theChampionSaysWhatItRecommendsToAVisitorWithTheSamePast() {
    ObjectNode visitor = object().put("scenario", "PLAYGROUND_TEST");
    visitor.putArray("recentItems").add("i-0005").add("i-0017").add("i-0003");
    JsonNode served = crm.post("recommendations", visitor).json();

    JsonNode tried = ask(body("VIEW i-0005", "VIEW i-0017", "VIEW i-0003"));

    assertThat(itemIds(tried, "items")).isEqualTo(itemIds(served, "items"));
    assertThat(tried.get("model")).isEqualTo(served.get("model"));
    assertThat(tried.at("/items/0/score").asDouble())
        .isCloseTo(served.at("/items/0/score").asDouble(), within(1e-4));
  }

  @Test
  void nothingCountsAsServed() {
    ServerDatabase database = ServerDatabase.of(RunningServer.current());
    long before = database.number("SELECT count(*) FROM recommendation_served");

    ask(body("VIEW i-0001"));

    assertThat(database.number("SELECT count(*) FROM recommendation_served")).isEqualTo(before);
  }

  @Test
  void aRuleShowsWhatItMoved() {
    String first = ask(body("VIEW i-0001")).at("/items/0/itemId").asText();
    String rule = "playground-" + Long.toString(System.nanoTime(), 36);
    ObjectNode exclude = object().put("name", "Not this one").put("kind", "EXCLUDE");
    exclude.put("scenario", "HOME").put("enabled", true).putArray("itemIds").add(first);
    assertThat(crm.put("rules/" + rule, exclude).status()).isEqualTo(201);
    try {
      JsonNode answer = ask(body("VIEW i-0001"));

      assertThat(itemIds(answer, "items")).startsWith(first);
      assertThat(itemIds(answer, "afterRules")).hasSize(10).doesNotContain(first);
      assertThat(answer.at("/items/0/rules/0/key").asText()).isEqualTo(rule);
      assertThat(answer.at("/items/0/rules/0/kind").asText()).isEqualTo("EXCLUDE");
      assertThat(answer.at("/afterRules/0/rules")).isEmpty();
    } finally {
      crm.delete("rules/" + rule);
    }
  }

  @Test
  void anEmptyHistoryGetsWhatIsPopularByItsOnePart() {
    JsonNode answer = ask(body());

    assertThat(answer.get("personalized").asBoolean()).isFalse();
    JsonNode first = answer.at("/items/0");
    assertThat(first.at("/parts/popularity").asDouble())
        .isCloseTo(first.get("score").asDouble(), within(1e-4));
    assertThat(first.at("/parts/sequence").asDouble()).isZero();
  }

  @Test
  void anItemThatNobodyKnowsIsSaidNotSwallowed() {
    String unknown = key("unknown");

    JsonNode answer = ask(body("VIEW i-0001", "VIEW " + unknown));

    assertThat(answer.at("/ignored/0/itemId").asText()).isEqualTo(unknown);
    assertThat(answer.at("/ignored/0/reason").asText()).isEqualTo("NOT_IN_CATALOGUE");
    assertThat(answer.get("items")).hasSize(10);
  }

  @Test
  void aHistoryThatIsNoneIsRefusedWithThePlace() {
    assertProblem(post(object()), 400, "invalid-request", "/history");
    assertProblem(post(body("SEARCH i-0001")), 400, "invalid-request", "/history/0/type");
    assertProblem(post(body("VIEW i-0001", "LOVE i-1")), 400, "invalid-request", "/history/1/type");
    assertProblem(post(body().put("limit", 0)), 400, "invalid-request", "/limit");
    ObjectNode nameless = object();
    nameless.putArray("history").addObject().put("type", "VIEW");
    assertProblem(post(nameless), 400, "invalid-request", "/history/0/itemId");
    ObjectNode hollow = object();
    hollow.putArray("history").addNull();
    assertProblem(post(hollow), 400, "invalid-request", "/history/0");
    ObjectNode long201 = object();
    ArrayNode steps = long201.putArray("history");
    for (int step = 0; step < 201; step++) {
      steps.addObject().put("itemId", "i-0001");
    }
    assertProblem(post(long201), 400, "invalid-request", "/history");
  }

  @Test
  void aVersionThatIsNotThereIsNotFound() {
    for (String path :
        List.of(
            "models/recommender/versions/999999",
            "models/recommender/versions/latest",
            "models/no-such/versions/1")) {
      assertProblem(crm.post(path + "/recommendations", body("VIEW i-0001")), 404, "not-found");
      assertProblem(crm.get(path), 404, "not-found");
    }
  }

  @Test
  void anotherVersionAnswersWithoutServing() {
    Versions.ensureTwo();
    int other =
        Versions.usable().stream()
            .filter(version -> version != Versions.champion())
            .findFirst()
            .orElseThrow();

    Reply reply =
        crm.post(
            "models/recommender/versions/" + other + "/recommendations",
            body("VIEW i-0001", "CART i-0012"));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().at("/model/version").asInt()).isEqualTo(other);
    assertThat(reply.json().get("items")).hasSize(10);
    assertThat(ask(body("VIEW i-0001")).at("/model/version").asInt())
        .isEqualTo(Versions.champion());
  }

  @Test
  void whoMayNotReadModelsMayNotTryThem() {
    ApiClient shop = ApiClient.crmAllowed("recommendation:read");

    assertProblem(shop.post(champion + "/recommendations", body("VIEW i-0001")), 403, "forbidden");
    assertProblem(shop.get(champion), 403, "forbidden");
  }

  private JsonNode ask(ObjectNode body) {
    Reply reply = post(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private Reply post(ObjectNode body) {
    return crm.post(champion + "/recommendations", body);
  }

  private static ObjectNode body(String... steps) {
    ObjectNode body = object();
    ArrayNode history = body.putArray("history");
    for (String step : steps) {
      String[] words = step.split(" ");
      history.addObject().put("type", words[0]).put("itemId", words[1]);
    }
    return body;
  }

  private static List<String> itemIds(JsonNode answer, String list) {
    return StreamSupport.stream(answer.get(list).spliterator(), false)
        .map(item -> item.get("itemId").asText())
        .toList();
  }
}
