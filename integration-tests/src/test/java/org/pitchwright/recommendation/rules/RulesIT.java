package org.pitchwright.recommendation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.RunningServer;
import org.pitchwright.testing.ServerDatabase;

/** Business rules over REST, each in a scenario that no other test asks for. */
class RulesIT {
  private final ApiClient crm = ApiClient.crm();
  private final ServerDatabase database = ServerDatabase.of(RunningServer.current());
  private final String scenario = key("RULES");
  private final String rule = key("it");

  @AfterEach
  void removeTheRule() {
    crm.delete("rules/" + rule);
  }

  private ObjectNode draft(String kind) {
    return object()
        .put("name", "Test of " + kind)
        .put("kind", kind)
        .put("scenario", scenario)
        .put("enabled", true);
  }

  private ObjectNode pin(String item, int position) {
    ObjectNode draft = draft("PIN").put("position", position);
    draft.putArray("itemIds").add(item);
    return draft;
  }

  private ObjectNode excluding(String category) {
    ObjectNode draft = draft("EXCLUDE");
    draft.putArray("categories").add(category);
    return draft;
  }

  private JsonNode recommend(String place) {
    ObjectNode request = object().put("customerId", "c-00005").put("scenario", place);
    return crm.post("recommendations", request).json();
  }

  private static List<String> itemIds(JsonNode items) {
    return items.findValuesAsText("itemId");
  }

  private String category(String item) {
    return crm.get("items/" + item).json().get("category").asText();
  }

  @Test
  void aPinCountsAtOnceInItsScenarioAndSaysSo() {
    List<String> before = itemIds(recommend(scenario).get("items"));
    String item = before.get(7);

    assertThat(crm.put("rules/" + rule, pin(item, 1)).status()).isEqualTo(201);

    JsonNode pinned = recommend(scenario);
    assertThat(itemIds(pinned.get("items")).get(0)).isEqualTo(item);
    assertThat(itemIds(pinned.get("items"))).hasSize(10).doesNotHaveDuplicates();
    assertThat(pinned.at("/items/0/reason/kind").asText()).isEqualTo("RULE");
    assertThat(pinned.at("/items/0/reason/text").asText()).isIn("Chosen by the shop", "店铺精选");
    assertThat(pinned.at("/items/0/reason/becauseOf")).isEmpty();
    assertThat(pinned.at("/items/1/reason/kind").asText()).isEqualTo("HISTORY");
    assertThat(itemIds(recommend(scenario + "-OTHER").get("items"))).isEqualTo(before);

    assertThat(crm.delete("rules/" + rule).status()).isEqualTo(204);
    assertThat(itemIds(recommend(scenario).get("items"))).isEqualTo(before);
  }

  @Test
  void anExcludedCategoryNeverAppears() {
    List<String> before = itemIds(recommend(scenario).get("items"));
    String category = category(before.get(0));

    crm.put("rules/" + rule, excluding(category));

    List<String> after = itemIds(recommend(scenario).get("items"));
    assertThat(after).hasSize(10);
    assertThat(after).noneMatch(item -> category(item).equals(category));
  }

  @Test
  void aCapMixesTheCategories() {
    crm.put("rules/" + rule, draft("CAP").put("maximum", 2));

    List<String> after = itemIds(recommend(scenario).get("items"));

    assertThat(after).hasSize(10);
    assertThat(after.stream().map(this::category).distinct().count()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void aBuriedItemMovesDownAndScoresStayInOrder() {
    List<String> before = itemIds(recommend(scenario).get("items"));
    ObjectNode draft = draft("BURY").put("strength", "STRONGLY");
    draft.putArray("itemIds").add(before.get(0));

    crm.put("rules/" + rule, draft);

    JsonNode items = recommend(scenario).get("items");
    assertThat(itemIds(items).indexOf(before.get(0))).isNotZero();
    for (int i = 1; i < items.size(); i++) {
      assertThat(items.get(i).get("score").asDouble())
          .isLessThanOrEqualTo(items.get(i - 1).get("score").asDouble());
    }
  }

  @Test
  void aRuleThatIsOffOrOverOrNotYetBegunDoesNothing() {
    List<String> before = itemIds(recommend(scenario).get("items"));
    ObjectNode pin = pin(before.get(5), 1);

    crm.put("rules/" + rule, pin.deepCopy().put("enabled", false));
    assertThat(itemIds(recommend(scenario).get("items"))).isEqualTo(before);
    crm.put("rules/" + rule, pin.deepCopy().put("validUntil", "2026-01-01T00:00:00Z"));
    assertThat(itemIds(recommend(scenario).get("items"))).isEqualTo(before);
    crm.put("rules/" + rule, pin.deepCopy().put("validFrom", "2099-01-01T00:00:00Z"));
    assertThat(itemIds(recommend(scenario).get("items"))).isEqualTo(before);
    assertThat(state()).isEqualTo("SCHEDULED");
  }

  private String state() {
    for (JsonNode listed : crm.get("rules?limit=200").json().get("items")) {
      if (listed.get("key").asText().equals(rule)) {
        return listed.get("state").asText();
      }
    }
    return "not listed";
  }

  @Test
  void aPreviewShowsBothListsAndWritesNothing() {
    List<String> now = itemIds(recommend(scenario).get("items"));
    long served = database.number("SELECT count(*) FROM recommendation_served");
    ObjectNode request = object().put("customerId", "c-00005").put("limit", 10);
    request.set("rule", pin(now.get(9), 1).put("validFrom", "2099-01-01T00:00:00Z"));

    JsonNode preview = crm.post("rules/preview", request).json();

    assertThat(itemIds(preview.get("before"))).isEqualTo(now);
    assertThat(itemIds(preview.get("after")).get(0)).isEqualTo(now.get(9));
    assertThat(preview.get("entered")).isEmpty();
    assertThat(preview.get("left")).isEmpty();
    assertThat(preview.get("moved")).hasSize(10);
    assertThat(preview.has("requestId")).isFalse();
    assertThat(database.number("SELECT count(*) FROM recommendation_served")).isEqualTo(served);
    assertThat(state()).isEqualTo("not listed");
  }

  @Test
  void aPreviewForAVisitorLeavesTheRuleOfItsKeyOut() {
    crm.put("rules/" + rule, pin("i-0003", 1));
    ObjectNode request = object().put("key", rule).put("limit", 5);
    request.putArray("recentItems").add("i-0001");
    request.set("rule", pin("i-0004", 2));

    JsonNode preview = crm.post("rules/preview", request).json();

    assertThat(itemIds(preview.get("after")).get(1)).isEqualTo("i-0004");
    assertThat(itemIds(preview.get("after")).get(0))
        .isEqualTo(itemIds(preview.get("before")).get(0));
  }

  @Test
  void whatIsWrongWithARuleIsNamed() {
    ObjectNode pin = pin("i-0001", 1);
    String path = "rules/" + rule;

    assertProblem(
        crm.put(path, pin.deepCopy().put("kind", "PUSH")), 400, "invalid-request", "/kind");
    assertProblem(
        crm.put(path, pin.deepCopy().put("position", 0)), 400, "invalid-request", "/position");
    assertProblem(crm.put(path, pin.deepCopy().putNull("name")), 400, "invalid-request", "/name");
    assertProblem(crm.put(path, pin(key("none"), 1)), 400, "invalid-request", "/itemIds/0");
    assertProblem(
        crm.put(path, draft("BOOST").put("strength", "CLEARLY")),
        400,
        "invalid-request",
        "/itemIds");
    assertProblem(
        crm.put(path, excluding("books").put("minimumPrice", "ten").put("currency", "CNY")),
        400,
        "invalid-request",
        "/minimumPrice");
    assertProblem(crm.put("rules/No%20key", pin), 400, "invalid-request", "/key");
    assertProblem(crm.get(path), 404, "not-found");
    assertProblem(crm.delete(path), 404, "not-found");
  }

  @Test
  void whatIsWrongWithAPreviewIsNamed() {
    ObjectNode request = object().put("customerId", "c-00005");
    assertProblem(crm.post("rules/preview", request), 400, "invalid-request", "/rule");

    request.set("rule", pin("i-0001", 0));
    assertProblem(crm.post("rules/preview", request), 400, "invalid-request", "/rule/position");

    request.set("rule", pin("i-0001", 1));
    assertProblem(
        crm.post("rules/preview", request.deepCopy().put("limit", 0)),
        400,
        "invalid-request",
        "/limit");
    request.remove("customerId");
    assertProblem(crm.post("rules/preview", request), 400, "invalid-request", "/customerId");
  }

  @Test
  void noChangeOfSomebodyElseIsLost() {
    String path = "rules/" + rule;
    Reply created = crm.put(path, pin("i-0001", 1), "If-None-Match", "*");
    assertThat(created.status()).isEqualTo(201);
    String tag = crm.get(path).header("ETag");

    assertThat(crm.put(path, pin("i-0001", 2), "If-Match", tag).status()).isEqualTo(200);

    assertProblem(crm.put(path, pin("i-0001", 3), "If-Match", tag), 412, "precondition-failed");
    assertProblem(
        crm.put(path, pin("i-0001", 3), "If-None-Match", "*"), 412, "precondition-failed");
    assertThat(crm.get(path).json().get("position").asInt()).isEqualTo(2);
  }

  @Test
  void everyChangeIsInTheAudit() {
    String path = "rules/" + rule;
    crm.put(path, pin("i-0001", 1));
    crm.put(path, pin("i-0001", 2));
    crm.delete(path);

    assertThat(
            database.number(
                "SELECT count(*) FROM audit_record WHERE subject_kind = 'rule' AND subject_id = '"
                    + rule
                    + "' AND actor = 'crm-demo'"
                    + " AND action IN ('rule.create', 'rule.update', 'rule.delete')"))
        .isEqualTo(3);
  }

  @Test
  void rulesAreListedInPages() {
    String second = rule + "-2";
    crm.put("rules/" + rule, pin("i-0001", 1).put("priority", 1));
    crm.put("rules/" + second, pin("i-0002", 1).put("priority", 2));
    try {
      JsonNode first = crm.get("rules?limit=1").json();
      assertThat(first.at("/items/0/key").asText()).isEqualTo(rule);
      assertThat(first.at("/items/0/updatedBy").asText()).isEqualTo("crm-demo");
      JsonNode next = crm.get("rules?limit=1&cursor=" + first.get("next").asText()).json();
      assertThat(next.at("/items/0/key").asText()).isEqualTo(second);
    } finally {
      crm.delete("rules/" + second);
    }
  }

  @Test
  void whoMayOnlyReadOrGiveFeedbackCannotChangeRules() {
    ApiClient shop = ApiClient.crmAllowed("recommendation:read recommendation:write");

    assertThat(shop.get("rules").status()).isEqualTo(200);
    assertProblem(shop.put("rules/" + rule, pin("i-0001", 1)), 403, "forbidden");
    assertProblem(shop.delete("rules/" + rule), 403, "forbidden");
    assertProblem(ApiClient.nobody().get("rules"), 401, "unauthenticated");
  }
}
