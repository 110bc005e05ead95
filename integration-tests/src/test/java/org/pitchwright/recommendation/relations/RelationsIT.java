package org.pitchwright.recommendation.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pitchwright.testing.ApiClient.encode;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.RunningServer;
import org.pitchwright.testing.ServerDatabase;

/**
 * The graph of items over REST, each test with a customer of its own who has just bought an item.
 */
class RelationsIT {
  private static final String BOUGHT = "i-0001";

  private final ApiClient crm = ApiClient.crm();
  private final BatchClient jobs = BatchClient.of(RunningServer.current());
  private final ServerDatabase database = ServerDatabase.of(RunningServer.current());
  private final String customer = key("related");
  private final String rule = key("it");
  private final List<String> made = new ArrayList<>();
  private final List<String> moved = new ArrayList<>();

  @BeforeEach
  void buy() {
    ObjectNode events = object();
    events
        .putArray("events")
        .addObject()
        .put("eventId", key("event"))
        .put("type", "PURCHASE")
        .put("customerId", customer)
        .put("itemId", BOUGHT)
        .put("at", OffsetDateTime.now().minusMinutes(5).toString());
    assertThat(crm.post("events", events).status()).isLessThan(300);
  }

  @AfterEach
  void takeBack() {
    made.forEach(crm::delete);
    crm.delete("logical-rules/" + rule);
    crm.delete("rules/" + rule);
    moved.forEach(category -> move(category, null));
  }

  private JsonNode recommend(int limit) {
    ObjectNode request = object().put("customerId", customer).put("limit", limit);
    return crm.post("recommendations", request).json().get("items");
  }

  private static List<String> itemIds(JsonNode items) {
    return items.findValuesAsText("itemId");
  }

  private Reply relate(String kind, String from, String to, String... headers) {
    String path = path(kind, from, to);
    made.add(path);
    return crm.put(path, object().put("note", "a test says so"), headers);
  }

  private static String path(String kind, String from, String to) {
    return "relations/" + kind + "/" + encode(from) + "/" + encode(to);
  }

  private Reply move(String category, String parent, String... headers) {
    return crm.put("categories/" + encode(category), object().put("parent", parent), headers);
  }

  private ObjectNode never(String member, String never, String after) {
    ObjectNode rule = object().put("enabled", true);
    rule.putObject("never").put(member, never);
    rule.putObject("after").put("itemId", after);
    return rule;
  }

  private String category(String item) {
    return crm.get("items/" + item).json().get("category").asText();
  }

  @Test
  void whatMustNotFollowAPurchaseIsKeptAwayAtOnceUntilTheRuleIsRemoved() {
    List<String> before = itemIds(recommend(10));

    Reply created =
        crm.put("logical-rules/" + rule, never("itemId", before.get(0), BOUGHT).put("days", 30));

    assertThat(created.status()).isEqualTo(201);
    assertThat(itemIds(recommend(10))).hasSize(10).doesNotContain(before.get(0));
    crm.put("logical-rules/" + rule, never("itemId", before.get(0), "i-0002"));
    assertThat(itemIds(recommend(10))).isEqualTo(before);
    crm.put("logical-rules/" + rule, never("itemId", before.get(0), BOUGHT).put("enabled", false));
    assertThat(itemIds(recommend(10))).isEqualTo(before);
  }

  @Test
  void aCategoryMeansEverythingThatIsMovedBelowIt() {
    List<String> before = itemIds(recommend(10));
    String category = category(before.get(0));
    String group = key("group");
    moved.add(category);
    assertThat(crm.put("logical-rules/" + rule, never("category", group, BOUGHT)).status())
        .isEqualTo(201);
    assertThat(itemIds(recommend(10))).isEqualTo(before);

    Reply place = move(category, group);

    assertThat(place.json().get("parent").asText()).isEqualTo(group);
    assertThat(itemIds(recommend(10)))
        .hasSize(10)
        .noneMatch(item -> category(item).equals(category));
    assertThat(crm.get("categories").json().get("items").findValuesAsText("category"))
        .contains(category, group);
    crm.delete("logical-rules/" + rule);
    assertThat(itemIds(recommend(10))).isEqualTo(before);
    ObjectNode exclude = object().put("name", "No group").put("kind", "EXCLUDE");
    exclude.put("enabled", true).putArray("categories").add(group);
    crm.put("rules/" + rule, exclude);
    assertThat(itemIds(recommend(10))).noneMatch(item -> category(item).equals(category));
  }

  @Test
  void aSuccessorTakesThePlaceAndSaysSo() {
    List<String> before = itemIds(recommend(50));

    relate("REPLACES", before.get(40), before.get(2));

    JsonNode after = recommend(10);
    assertThat(itemIds(after)).doesNotContain(before.get(2));
    assertThat(itemIds(after).get(2)).isEqualTo(before.get(40));
    assertThat(after.at("/2/reason/kind").asText()).isEqualTo("SUCCESSOR");
    assertThat(after.at("/2/reason/becauseOf/0").asText()).isEqualTo(before.get(2));
  }

  @Test
  void anAccessoryOfWhatWasBoughtComesOntoTheListAndSaysWhy() {
    List<String> before = itemIds(recommend(50));
    String accessory = before.get(14);

    relate("ACCESSORY_OF", accessory, BOUGHT);

    JsonNode after = recommend(10);
    int place = itemIds(after).indexOf(accessory);
    assertThat(place).isNotNegative();
    JsonNode reason = after.get(place).get("reason");
    assertThat(reason.get("kind").asText()).isEqualTo("ACCESSORY");
    assertThat(reason.get("text").asText()).startsWith("Goes with “").endsWith("” that you bought");
    assertThat(reason.get("becauseOf")).hasSize(1);
    assertThat(reason.at("/becauseOf/0").asText()).isEqualTo(BOUGHT);
    crm.delete(path("ACCESSORY_OF", accessory, BOUGHT));
    assertThat(itemIds(recommend(50))).isEqualTo(before);
  }

  @Test
  void twoItemsThatAreBoughtTogetherAreOneRelationInEitherOrder() {
    relate("BOUGHT_TOGETHER", "i-0009", "i-0003");

    JsonNode relation = crm.get(path("BOUGHT_TOGETHER", "i-0003", "i-0009")).json();

    assertThat(relation.get("from").asText()).isEqualTo("i-0003");
    assertThat(relation.get("origin").asText()).isEqualTo("HAND");
    assertThat(relation.get("updatedBy").asText()).isEqualTo("crm-demo");
    assertThat(relation.get("note").asText()).isEqualTo("a test says so");
    assertThat(relation.get("evidence").isNull()).isTrue();
    for (String item : List.of("i-0003", "i-0009")) {
      JsonNode listed =
          crm.get("relations?origin=HAND&kind=BOUGHT_TOGETHER&itemId=" + item).json().get("items");
      assertThat(listed).hasSize(1);
      assertThat(listed.get(0)).isEqualTo(relation);
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    ObjectNode body = object();
    assertProblem(
        crm.put(path("REPLACES", "i-0001", key("none")), body), 400, "invalid-request", "/to");
    assertProblem(
        crm.put(path("REPLACES", "i-0001", "i-0001"), body), 400, "invalid-request", "/to");
    assertProblem(
        crm.put(path("LIKES", "i-0001", "i-0002"), body), 400, "invalid-request", "/kind");
    assertProblem(
        crm.put(path("REPLACES", "i-0001", "i-0002"), object().put("state", "SUGGESTED")),
        400,
        "invalid-request",
        "/state");
    assertProblem(crm.get("relations?origin=RUMOUR"), 400, "invalid-request", "/origin");
    assertProblem(crm.get(path("REPLACES", "i-0001", "i-0002")), 404, "not-found");
    assertProblem(crm.delete(path("REPLACES", "i-0001", "i-0002")), 404, "not-found");

    relate("REPLACES", "i-0002", "i-0001");
    assertProblem(crm.put(path("REPLACES", "i-0003", "i-0001"), body), 409, "conflict");
    assertProblem(crm.put(path("REPLACES", "i-0001", "i-0002"), body), 409, "conflict");

    String rulePath = "logical-rules/" + rule;
    assertProblem(
        crm.put(rulePath, never("itemId", key("none"), BOUGHT)),
        400,
        "invalid-request",
        "/never/itemId");
    assertProblem(
        crm.put(rulePath, never("category", "books", BOUGHT).put("days", 0)),
        400,
        "invalid-request",
        "/days");
    ObjectNode both = never("itemId", BOUGHT, BOUGHT);
    ((ObjectNode) both.get("never")).put("category", "books");
    assertProblem(crm.put(rulePath, both), 400, "invalid-request", "/never");
    assertProblem(crm.get(rulePath), 404, "not-found");

    assertProblem(move(key("none"), "books"), 404, "not-found");
    assertProblem(move("books", "books"), 400, "invalid-request", "/parent");
    moved.add("books");
    move("books", "leisure");
    assertProblem(move("leisure", "books"), 400, "invalid-request", "/parent");
  }

  @Test
  void noChangeOfSomebodyElseIsLost() {
    String path = path("REPLACES", "i-0002", "i-0001");
    assertThat(relate("REPLACES", "i-0002", "i-0001", "If-None-Match", "*").status())
        .isEqualTo(201);
    String tag = crm.get(path).header("ETag");
    assertThat(relate("REPLACES", "i-0002", "i-0001", "If-Match", tag).status()).isEqualTo(200);
    assertProblem(
        relate("REPLACES", "i-0002", "i-0001", "If-Match", tag), 412, "precondition-failed");

    moved.add("books");
    String place = crm.get("categories/books").header("ETag");
    assertThat(move("books", "leisure", "If-Match", place).status()).isEqualTo(200);
    assertProblem(move("books", null, "If-Match", place), 412, "precondition-failed");

    crm.put("logical-rules/" + rule, never("itemId", "i-0002", BOUGHT));
    assertProblem(
        crm.put("logical-rules/" + rule, never("itemId", "i-0002", BOUGHT), "If-None-Match", "*"),
        412,
        "precondition-failed");
  }

  @Test
  void everyChangeIsInTheAudit() {
    String subject = "REPLACES i-0012 i-0011";
    relate("REPLACES", "i-0012", "i-0011");
    relate("REPLACES", "i-0012", "i-0011");
    crm.delete(path("REPLACES", "i-0012", "i-0011"));
    crm.put("logical-rules/" + rule, never("itemId", "i-0002", BOUGHT));

    assertThat(audited("relation", subject)).isGreaterThanOrEqualTo(3);
    assertThat(audited("logical-rule", rule)).isEqualTo(1);
  }

  private long audited(String kind, String subject) {
    return database.number(
        "SELECT count(*) FROM audit_record WHERE actor = 'crm-demo' AND subject_kind = '"
            + kind
            + "' AND subject_id = '"
            + subject
            + "'");
  }

  @Test
  void whoMayOnlyReadCannotChangeTheGraph() {
    ApiClient shop = ApiClient.crmAllowed("recommendation:read recommendation:write");

    assertThat(shop.get("relations").status()).isEqualTo(200);
    assertThat(shop.get("categories").status()).isEqualTo(200);
    assertThat(shop.get("logical-rules").status()).isEqualTo(200);
    String path = path("REPLACES", "i-0002", "i-0001");
    assertProblem(shop.put(path, object()), 403, "forbidden");
    assertProblem(shop.delete(path), 403, "forbidden");
    assertProblem(shop.put("categories/books", object().putNull("parent")), 403, "forbidden");
    assertProblem(
        shop.put("logical-rules/" + rule, never("itemId", "i-0002", BOUGHT)), 403, "forbidden");
    assertProblem(ApiClient.nobody().get("relations"), 401, "unauthenticated");
  }

  @Test
  void theJobFindsWhatIsBoughtTogetherAndRespectsWhatPeopleDecide() {
    JsonNode run = learn();
    assertThat(run.at("/progress/message").asText())
        .matches("[1-9]\\d* pairs are bought together; \\d+ accessories are suggested");
    String query = "relations?kind=BOUGHT_TOGETHER&origin=DATA&limit=2";
    JsonNode page = crm.get(query).json();
    assertThat(page.get("items")).hasSize(2);
    JsonNode relation = page.at("/items/0");
    JsonNode evidence = relation.get("evidence");
    assertThat(evidence.get("customers").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(evidence.get("lift").asDouble())
        .isGreaterThanOrEqualTo(2)
        .isCloseTo(
            evidence.get("baskets").asDouble()
                * evidence.get("allBaskets").asDouble()
                / evidence.get("fromBaskets").asDouble()
                / evidence.get("toBaskets").asDouble(),
            within(1e-9));
    assertThat(jobs.await(evidence.get("executionId").asLong()).get("job").asText())
        .isEqualTo("learn-relations");
    JsonNode second = crm.get(query + "&cursor=" + page.get("next").asText()).json();
    assertThat(second.at("/items/0")).isNotEqualTo(relation);

    String path = path("BOUGHT_TOGETHER", text(relation, "from"), text(relation, "to"));
    assertThat(crm.delete(path).status()).isEqualTo(204);
    learn();
    JsonNode refused = crm.get(path).json();
    assertThat(text(refused, "state")).isEqualTo("REJECTED");
    assertThat(text(refused, "origin")).isEqualTo("HAND");
    assertThat(refused.get("evidence")).isEqualTo(evidence);

    crm.delete(path);
    assertThat(crm.get(path).status()).isEqualTo(404);
    learn();
    assertThat(text(crm.get(path).json(), "origin")).isEqualTo("DATA");
    assertThat(crm.get(query).json().at("/items/1")).isEqualTo(page.at("/items/1"));
  }

  private static String text(JsonNode node, String member) {
    return node.get(member).asText();
  }

  private JsonNode learn() {
    JsonNode run = jobs.await(jobs.start("learn-relations", Map.of()));
    assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
    return run;
  }
}
