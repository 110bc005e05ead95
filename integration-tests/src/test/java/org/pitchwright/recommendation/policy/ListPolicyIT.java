package org.pitchwright.recommendation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.RunningServer;
import org.pitchwright.testing.ServerDatabase;

/** List policies over REST, each for a scenario that no other test asks for. */
class ListPolicyIT {
  private static final List<String> CUSTOMERS =
      List.of("c-00001", "c-00002", "c-00003", "c-00004", "c-00005", "c-00006", "c-00007");

  private final ApiClient crm = ApiClient.crm();
  private final ServerDatabase database = ServerDatabase.of(RunningServer.current());
  private final String scenario = key("MIX");
  private final String path = "list-policies/" + scenario;

  @AfterEach
  void takeThePolicyAway() {
    crm.delete(path);
  }

  private static ObjectNode policy(double diversity, double calibration, double exploration) {
    return object()
        .put("diversity", diversity)
        .put("calibration", calibration)
        .put("exploration", exploration)
        .put("explorationPool", 50);
  }

  private JsonNode recommend(String customer) {
    ObjectNode request = object().put("customerId", customer).put("scenario", scenario);
    return crm.post("recommendations", request).json();
  }

  private List<String> itemIds(String customer) {
    return recommend(customer).get("items").findValuesAsText("itemId");
  }

  private String category(String item) {
    return crm.get("items/" + item).json().get("category").asText();
  }

  private long categories() {
    return CUSTOMERS.stream()
        .mapToLong(one -> itemIds(one).stream().map(this::category).distinct().count())
        .sum();
  }

  @Test
  void varietyBringsMoreCategoriesAndCountsAtOnceUntilItIsTakenAway() {
    List<String> before = itemIds("c-00005");
    long few = categories();

    assertThat(crm.put(path, policy(1, 0, 0)).status()).isEqualTo(201);

    List<String> varied = itemIds("c-00005");
    assertThat(varied).hasSize(10).doesNotHaveDuplicates().isNotEqualTo(before);
    assertThat(varied.get(0)).isEqualTo(before.get(0));
    assertThat(categories()).isGreaterThan(few);
    JsonNode items = recommend("c-00005").get("items");
    for (int i = 1; i < items.size(); i++) {
      assertThat(items.get(i).get("score").asDouble())
          .isLessThanOrEqualTo(items.get(i - 1).get("score").asDouble());
    }

    assertThat(crm.delete(path).status()).isEqualTo(204);
    assertThat(itemIds("c-00005")).isEqualTo(before);
  }

  @Test
  void aPolicyOfZerosLeavesListsAsTheyAre() {
    List<String> before = itemIds("c-00005");

    crm.put(path, policy(0, 0, 0));

    assertThat(itemIds("c-00005")).isEqualTo(before);
    assertThat(recommend("c-00005").at("/items/0/propensity").asDouble()).isEqualTo(1);
  }

  @Test
  void whatIsTriedCarriesItsPropensityAndIsKeptWithIt() {
    List<String> greedy = itemIds("c-00005");
    crm.put(path, policy(0, 0, .5));

    int tried = 0;
    int lists = 40;
    Set<String> different = new HashSet<>();
    for (int i = 0; i < lists; i++) {
      JsonNode items = recommend("c-00005").get("items");
      assertThat(items.findValuesAsText("itemId")).hasSize(10).doesNotHaveDuplicates();
      for (int place = 0; place < 10; place++) {
        JsonNode item = items.get(place);
        boolean isTried = item.at("/reason/kind").asText().equals("EXPLORATION");
        tried += isTried ? 1 : 0;
        if (isTried) {
          assertThat(item.get("propensity").asDouble()).isCloseTo(.5 / 50, within(1e-9));
          assertThat(item.at("/reason/text").asText())
              .isIn("Shown to learn whether you like it", "试着推荐，想知道您是否喜欢");
          assertThat(item.at("/reason/becauseOf")).isEmpty();
          assertThat(greedy).doesNotContain(item.get("itemId").asText());
          different.add(item.get("itemId").asText());
        } else {
          assertThat(item.get("propensity").asDouble()).isEqualTo(.5);
          assertThat(item.get("itemId").asText()).isEqualTo(greedy.get(place));
        }
      }
    }

    // 400 places, each with probability one half: within five standard deviations.
    assertThat(tried).isBetween(150, 250);
    assertThat(different).hasSizeBetween(30, 50);
    String kept =
        "SELECT count(*) FROM recommendation_served s CROSS JOIN"
            + " unnest(s.propensities, s.reason_kinds) AS one (propensity, kind)"
            + " WHERE s.scenario = '"
            + scenario
            + "' AND ";
    assertThat(database.number(kept + "kind = 'EXPLORATION' AND propensity = 0.01::real"))
        .isEqualTo(tried);
    assertThat(database.number(kept + "kind <> 'EXPLORATION' AND propensity = 0.5"))
        .isEqualTo(400L - tried);
  }

  @Test
  void pinnedItemsAndCapsAreKeptWhateverIsTried() {
    String rule = key("it");
    crm.put(path, policy(.5, .5, .5));
    ObjectNode cap =
        object()
            .put("name", "Two of each")
            .put("kind", "CAP")
            .put("scenario", scenario)
            .put("maximum", 2)
            .put("enabled", true);
    ObjectNode pin =
        object()
            .put("name", "First")
            .put("kind", "PIN")
            .put("scenario", scenario)
            .put("position", 1)
            .put("enabled", true);
    pin.putArray("itemIds").add(itemIds("c-00005").get(3));
    crm.put("rules/" + rule, cap);
    crm.put("rules/" + rule + "-pin", pin);
    try {
      for (int i = 0; i < 5; i++) {
        JsonNode items = recommend("c-00005").get("items");
        List<String> ids = items.findValuesAsText("itemId");
        assertThat(ids).hasSize(10);
        assertThat(items.at("/0/itemId")).isEqualTo(pin.at("/itemIds/0"));
        assertThat(items.at("/0/propensity").asDouble()).isEqualTo(1);
        for (String category : new HashSet<>(ids.stream().map(this::category).toList())) {
          assertThat(ids.stream().filter(id -> category(id).equals(category)).count())
              .isLessThanOrEqualTo(2);
        }
      }
    } finally {
      crm.delete("rules/" + rule);
      crm.delete("rules/" + rule + "-pin");
    }
  }

  @Test
  void whatIsWrongWithAPolicyIsNamed() {
    assertProblem(crm.put(path, policy(1.1, 0, 0)), 400, "invalid-request", "/diversity");
    assertProblem(crm.put(path, policy(0, -1, 0)), 400, "invalid-request", "/calibration");
    assertProblem(crm.put(path, policy(0, 0, .6)), 400, "invalid-request", "/exploration");
    assertProblem(
        crm.put(path, policy(0, 0, .5).put("explorationPool", 9)),
        400,
        "invalid-request",
        "/explorationPool");
    assertProblem(
        crm.put(path, policy(0, 0, 0).put("diversity", "much")),
        400,
        "invalid-request",
        "/diversity");
    assertProblem(
        crm.put("list-policies/" + "x".repeat(101), policy(0, 0, 0)),
        400,
        "invalid-request",
        "/scenario");
    assertProblem(crm.get(path), 404, "not-found");
    assertProblem(crm.delete(path), 404, "not-found");
  }

  @Test
  void noChangeOfSomebodyElseIsLost() {
    Reply created = crm.put(path, policy(.1, 0, 0), "If-None-Match", "*");
    assertThat(created.status()).isEqualTo(201);
    String tag = crm.get(path).header("ETag");

    assertThat(crm.put(path, policy(.2, 0, 0), "If-Match", tag).status()).isEqualTo(200);

    assertProblem(crm.put(path, policy(.3, 0, 0), "If-Match", tag), 412, "precondition-failed");
    assertProblem(
        crm.put(path, policy(.3, 0, 0), "If-None-Match", "*"), 412, "precondition-failed");
    assertThat(crm.get(path).json().get("diversity").asDouble()).isEqualTo(.2);
  }

  @Test
  void everyChangeIsInTheAuditAndInTheList() {
    crm.put(path, policy(.1, 0, 0));
    crm.put(path, policy(.2, .3, .1));
    JsonNode listed = crm.get("list-policies?limit=200").json().get("items");
    crm.delete(path);

    assertThat(listed.findValuesAsText("scenario")).contains(scenario);
    listed.forEach(
        one -> {
          if (one.get("scenario").asText().equals(scenario)) {
            assertThat(one.get("calibration").asDouble()).isEqualTo(.3);
            assertThat(one.get("version").asLong()).isEqualTo(2);
            assertThat(one.get("updatedBy").asText()).isEqualTo("crm-demo");
          }
        });
    assertThat(
            database.number(
                "SELECT count(*) FROM audit_record WHERE subject_kind = 'list-policy'"
                    + " AND subject_id = '"
                    + scenario
                    + "' AND actor = 'crm-demo' AND action IN"
                    + " ('list-policy.create', 'list-policy.update', 'list-policy.delete')"))
        .isEqualTo(3);
  }

  @Test
  void aPreviewTellsThePriceAndKeepsNothing() {
    long served = database.number("SELECT count(*) FROM recommendation_served");
    ObjectNode request = object().put("scenario", scenario).put("customerId", "c-00005");
    request.set("policy", policy(1, .5, .1));

    JsonNode price = crm.post("list-policies/preview", request).json();

    assertThat(price.get("customers").asInt()).isGreaterThan(100);
    assertThat(price.at("/before/hitRate/mean").asDouble()).isBetween(.01, 1.);
    assertThat(price.at("/after/variety").asDouble())
        .isGreaterThan(price.at("/before/variety").asDouble());
    assertThat(price.at("/after/categories").asDouble())
        .isGreaterThan(price.at("/before/categories").asDouble());
    assertThat(price.at("/after/differentItems").asInt()).isGreaterThan(100);
    assertThat(price.at("/hitRateChange/mean").asDouble())
        .isCloseTo(
            price.at("/after/hitRate/mean").asDouble()
                - price.at("/before/hitRate/mean").asDouble(),
            within(1e-9));
    assertThat(price.at("/hitRateChange/lower").asDouble())
        .isLessThanOrEqualTo(price.at("/hitRateChange/upper").asDouble());
    assertThat(price.at("/example/before")).hasSize(10);
    assertThat(price.at("/example/entered")).isNotEmpty();
    assertThat(database.number("SELECT count(*) FROM recommendation_served")).isEqualTo(served);
    assertProblem(crm.get(path), 404, "not-found");
  }

  @Test
  void balanceBringsListsCloserToThePast() {
    ObjectNode request = object().put("scenario", scenario);
    request.set("policy", policy(0, 1, 0));

    JsonNode price = crm.post("list-policies/preview", request).json();

    assertThat(price.at("/after/divergence").asDouble())
        .isLessThan(price.at("/before/divergence").asDouble());
    assertThat(price.has("example") && !price.get("example").isNull()).isFalse();
  }

  @Test
  void whatIsWrongWithAPreviewIsNamed() {
    ObjectNode request = object().put("scenario", scenario);
    assertProblem(crm.post("list-policies/preview", request), 400, "invalid-request", "/policy");

    request.set("policy", policy(2, 0, 0));
    assertProblem(
        crm.post("list-policies/preview", request), 400, "invalid-request", "/policy/diversity");
  }

  @Test
  void tellsWhatTryingBrought() {
    String from = OffsetDateTime.now(ZoneOffset.UTC).toString();
    crm.put(path, policy(0, 0, .5));
    int lists = 20;
    int tried = 0;
    int clicked = 0;
    for (int i = 0; i < lists; i++) {
      JsonNode answer = recommend("c-00005");
      for (JsonNode item : answer.get("items")) {
        boolean isTried = item.at("/reason/kind").asText().equals("EXPLORATION");
        tried += isTried ? 1 : 0;
        if (!isTried && item.get("rank").asInt() <= 3) {
          clicked++;
          click(answer.get("requestId").asText(), item.get("itemId").asText());
        }
      }
    }

    JsonNode report = crm.get("list-policies/exploration?from=" + ApiClient.encode(from)).json();

    assertThat(report.get("lists").asInt()).isEqualTo(lists);
    assertThat(report.get("places").asInt()).isEqualTo(10 * lists);
    assertThat(report.get("tried").asInt()).isEqualTo(tried);
    assertThat(report.get("triedShare").asDouble())
        .isCloseTo((double) tried / (10 * lists), within(1e-9));
    // Every greedy item weighs the same, so that they tell as much as they are many.
    assertThat(report.get("effectivePlaces").asDouble())
        .isCloseTo(10. * lists - tried, within(1e-6));
    double shown = (double) clicked / (10 * lists);
    double greedy = (double) clicked / (10 * lists - tried);
    assertThat(report.at("/clicks/shown/value").asDouble()).isCloseTo(shown, within(1e-9));
    assertThat(report.at("/clicks/greedy/value").asDouble()).isCloseTo(greedy, within(1e-9));
    assertThat(report.at("/clicks/gain/value").asDouble()).isCloseTo(greedy - shown, within(1e-9));
    assertThat(report.at("/clicks/greedy/lower").asDouble()).isLessThan(greedy);
    assertThat(report.at("/clicks/greedy/upper").asDouble()).isGreaterThan(greedy);
    assertThat(report.at("/purchases/greedy/value").asDouble()).isZero();
  }

  /**
   * Keeps a click without the event that feedback makes of it, which would change the next list.
   */
  private void click(String request, String item) {
    database.execute(
        "INSERT INTO recommendation_outcome (request_id, item_id, outcome) VALUES ('"
            + request
            + "', '"
            + item
            + "', 'CLICK')");
  }

  @Test
  void aPeriodThatIsNoneIsNamed() {
    String address = "list-policies/exploration";
    assertProblem(crm.get(address + "?from=yesterday"), 400, "invalid-request", "/from");
    assertProblem(
        crm.get(address + "?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"),
        400,
        "invalid-request",
        "/to");
    assertProblem(
        crm.get(address + "?from=2020-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"),
        400,
        "invalid-request",
        "/to");
    JsonNode nothing =
        crm.get(address + "?from=2001-01-01T00:00:00Z&to=2001-02-01T00:00:00Z").json();
    assertThat(nothing.get("places").asInt()).isZero();
    assertThat(nothing.at("/clicks/greedy").isObject()).isFalse();
  }

  @Test
  void whoMayOnlyReadOrGiveFeedbackCannotChangePolicies() {
    ApiClient shop = ApiClient.crmAllowed("recommendation:read recommendation:write");

    assertThat(shop.get("list-policies").status()).isEqualTo(200);
    assertProblem(shop.put(path, policy(0, 0, 0)), 403, "forbidden");
    assertProblem(shop.delete(path), 403, "forbidden");
    assertProblem(ApiClient.nobody().get("list-policies"), 401, "unauthenticated");
  }
}
