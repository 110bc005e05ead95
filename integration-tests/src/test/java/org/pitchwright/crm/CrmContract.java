package org.pitchwright.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;

/** What a CRM may count on, whichever interface it calls. */
abstract class CrmContract {
  private final CrmDriver crm;
  private final ApiClient rest = ApiClient.crm();

  CrmContract(CrmDriver crm) {
    this.crm = crm;
  }

  @Test
  void aCustomerWhoIsUpsertedCanBeReadBack() {
    String customer = key("customer");
    crm.upsertCustomer(customer, profile()).accepted();

    JsonNode read = rest.get("customers/" + customer).json();

    assertThat(read.get("name").asText()).isEqualTo("李雷 & <Söhne>");
    assertThat(read.get("email").asText()).isEqualTo("li.lei@example.com");
    assertThat(read.get("timeZone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(read.get("traits").get("tier").asText()).isEqualTo("gold");
    assertThat(read.get("consents")).hasSize(1);
    assertThat(read.get("consents").get(0).get("purpose").asText()).isEqualTo("EMAIL_MARKETING");
    assertThat(read.get("consents").get(0).get("granted").asBoolean()).isTrue();
  }

  @Test
  void aSecondUpsertReplacesTheProfileAndAddsConsents() {
    String customer = key("customer");
    crm.upsertCustomer(customer, profile()).accepted();
    ObjectNode second = profile().put("name", "韩梅梅");
    second.putNull("phone");
    ((ObjectNode) second.get("consents").get(0)).put("purpose", "ANALYTICS").put("granted", false);
    crm.upsertCustomer(customer, second).accepted();

    JsonNode read = rest.get("customers/" + customer).json();

    assertThat(read.get("name").asText()).isEqualTo("韩梅梅");
    assertThat(read.path("phone").isMissingNode() || read.path("phone").isNull()).isTrue();
    assertThat(read.get("consents")).hasSize(2);
  }

  @Test
  void aProfileThatIsNotValidIsRefusedWithThePlaces() {
    ObjectNode profile = profile().put("email", "no address").put("timeZone", "Mars/Olympus");

    Outcome outcome = crm.upsertCustomer(key("customer"), profile);

    assertRefused(outcome, 400, "invalid-request");
    assertThat(outcome.pointers()).containsExactlyInAnyOrder("/email", "/timeZone");
  }

  @Test
  void aConsentInTheFutureIsRefused() {
    ObjectNode profile = profile();
    ((ObjectNode) profile.get("consents").get(0)).put("at", "2199-01-01T00:00:00Z");

    Outcome outcome = crm.upsertCustomer(key("customer"), profile);

    assertRefused(outcome, 400, "invalid-request");
    assertThat(outcome.pointers()).containsExactly("/consents/0/at");
  }

  @Test
  void aConsentLongBeforeAnyShopIsRefused() {
    ObjectNode profile = profile();
    ((ObjectNode) profile.get("consents").get(0)).put("at", "-9999-01-01T00:00:00Z");

    assertRefused(crm.upsertCustomer(key("customer"), profile), 400, "invalid-request");
  }

  @Test
  void aKeyWithWhiteSpaceAtItsEndIsRefused() {
    Outcome outcome = crm.upsertCustomer(key("customer") + " ", profile());

    assertRefused(outcome, 400, "invalid-request");
    assertThat(outcome.pointers()).containsExactly("/customerId");
  }

  @Test
  void eventsAreAcceptedOnceByTheirId() {
    String customer = key("customer");
    ArrayNode events = events();
    ObjectNode first = view(events, customer, anyItem());
    view(events, customer, anyItem()).put("eventId", first.get("eventId").asText());
    view(events, customer, anyItem());

    JsonNode once = crm.submitEvents(events).accepted();
    JsonNode again = crm.submitEvents(events).accepted();

    assertThat(once.get("accepted").asInt()).isEqualTo(2);
    assertThat(once.get("duplicates").asInt()).isEqualTo(1);
    assertThat(once.get("rejected")).isEmpty();
    assertThat(again.get("accepted").asInt()).isZero();
    assertThat(again.get("duplicates").asInt()).isEqualTo(3);
  }

  @Test
  void eventsThatAreNotValidAreNamedAndTheOthersKept() {
    String customer = key("customer");
    ArrayNode events = events();
    view(events, customer, anyItem());
    view(events, customer, anyItem()).put("type", "TELEPATHY");
    view(events, customer, anyItem()).put("quantity", -1);
    view(events, customer, anyItem()).put("at", "2026-02-30T10:00:00Z");
    view(events, customer, anyItem()).put("at", "2026-02-28T10:00:00");
    view(events, customer, anyItem()).put("amount", "-3.00").put("currency", "CNY");
    view(events, customer, anyItem()).put("currency", "XQZ");
    view(events, customer, anyItem()).remove("customerId");
    view(events, customer, anyItem());

    JsonNode result = crm.submitEvents(events).accepted();

    assertThat(result.get("accepted").asInt()).isEqualTo(2);
    assertThat(result.get("rejected"))
        .extracting(rejected -> rejected.get("index").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(result.get("rejected").get(0).get("detail").asText())
        .contains("type must be one of VIEW")
        .contains("TELEPATHY");
    assertThat(result.get("rejected").get(1).get("detail").asText()).contains("quantity");
    assertThat(result.get("rejected").get(2).get("detail").asText()).contains("2026-02-30");
    assertThat(result.get("rejected").get(3).get("detail").asText()).contains("offset");
    assertThat(result.get("rejected").get(6).get("detail").asText()).contains("sessionId");
  }

  @Test
  void anEventWithEveryMemberIsAccepted() {
    ArrayNode events = events();
    ObjectNode event = view(events, key("customer"), anyItem());
    event.put("type", "PURCHASE").put("rating", 4.5).put("quantity", 2).put("amount", "39.80");
    event.put("currency", "CNY").put("durationMs", 61_000L).put("sessionId", key("session"));
    event.put("source", "web").putObject("attributes").put("colour", "红 & blau");

    assertThat(crm.submitEvents(events).accepted().get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void anEventWithAnUnknownItemIsKeptForTheCleansingToJudge() {
    String customer = key("customer");
    ArrayNode events = events();
    view(events, customer, key("no-such-item"));

    assertThat(crm.submitEvents(events).accepted().get("accepted").asInt()).isEqualTo(1);
    assertThat(recommend(customer).get("items")).hasSize(10);
  }

  @Test
  void anEmptySubmissionIsRefused() {
    assertRefused(crm.submitEvents(events()), 400, "invalid-request");
  }

  @Test
  void aThousandEventsAreAcceptedAndOneMoreIsRefused() {
    String customer = key("customer");
    ArrayNode events = events();
    String item = anyItem();
    for (int i = 0; i < 1_000; i++) {
      view(events, customer, item);
    }
    assertThat(crm.submitEvents(events).accepted().get("accepted").asInt()).isEqualTo(1_000);

    view(events, customer, item);
    Outcome outcome = crm.submitEvents(events);

    assertRefused(outcome, 400, "invalid-request");
    assertThat(outcome.pointers()).containsExactly("/events");
  }

  @Test
  void aNewEventCountsInTheVeryNextRecommendation() {
    String customer = key("customer");
    assertThat(recommend(customer).get("personalized").asBoolean()).isFalse();
    String item = recommend(customer).get("items").get(0).get("itemId").asText();
    ArrayNode events = events();
    view(events, customer, item);
    crm.submitEvents(events).accepted();

    JsonNode next = recommend(customer);

    assertThat(next.get("personalized").asBoolean()).isTrue();
    assertThat(itemIds(next)).doesNotContain(item);
    assertThat(next.get("items"))
        .anySatisfy(
            recommended -> {
              assertThat(recommended.at("/reason/kind").asText()).isEqualTo("HISTORY");
              assertThat(recommended.at("/reason/becauseOf/0").asText()).isEqualTo(item);
            });
  }

  @Test
  void anUnknownCustomerGetsWhatIsPopular() {
    JsonNode answer = recommend(key("customer"));

    assertThat(answer.get("personalized").asBoolean()).isFalse();
    assertThat(answer.get("requestId").asText()).isNotBlank();
    assertThat(answer.get("model").get("name").asText()).isNotBlank();
    assertThat(answer.get("items")).hasSize(10);
    assertThat(answer.get("items"))
        .extracting(item -> item.get("rank").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(answer.get("items"))
        .extracting(item -> item.at("/reason/kind").asText())
        .containsOnly("POPULAR");
  }

  @Test
  void aVisitorGetsItemsForWhatTheyJustLookedAt() {
    String item = anyItem();
    ObjectNode request = object();
    request.putArray("recentItems").add(item);

    JsonNode answer = crm.getRecommendations(request).accepted();

    assertThat(answer.get("items")).hasSize(10);
    assertThat(answer.get("items"))
        .extracting(entry -> entry.at("/reason/kind").asText())
        .contains("RECENT");
    assertThat(itemIds(answer)).isNotEqualTo(itemIds(recommend(key("customer"))));
  }

  @Test
  void nobodyToRecommendToIsRefused() {
    assertRefused(crm.getRecommendations(object()), 400, "invalid-request");
  }

  @Test
  void whatTheCustomerSawOrBoughtStaysAwayAsExcludeSays() {
    String customer = key("customer");
    JsonNode popular = recommend(customer).get("items");
    String viewed = popular.get(0).get("itemId").asText();
    String bought = popular.get(1).get("itemId").asText();
    ArrayNode events = events();
    view(events, customer, viewed);
    view(events, customer, bought).put("type", "PURCHASE");
    crm.submitEvents(events).accepted();
    List<String> categories = List.of(category(viewed), category(bought));

    assertThat(allOf(customer, "SEEN", categories)).doesNotContain(viewed, bought);
    assertThat(allOf(customer, "PURCHASED", categories)).contains(viewed).doesNotContain(bought);
    assertThat(allOf(customer, "NONE", categories)).contains(viewed, bought);
  }

  @Test
  void excludedItemsAndOtherCategoriesStayAway() {
    String customer = key("customer");
    String excluded = recommend(customer).get("items").get(0).get("itemId").asText();
    String category = category(excluded);
    ObjectNode request = object().put("customerId", customer).put("limit", 50);
    request.putArray("excludeItems").add(excluded);
    request.putArray("categories").add(category);

    List<String> items = itemIds(crm.getRecommendations(request).accepted());

    assertThat(items).isNotEmpty().doesNotContain(excluded);
    assertThat(items.subList(0, 3))
        .allSatisfy(item -> assertThat(category(item)).isEqualTo(category));
  }

  @Test
  void theLimitLiesBetween1And200() {
    ObjectNode request = object().put("customerId", key("customer"));

    assertThat(crm.getRecommendations(request.put("limit", 1)).accepted().get("items")).hasSize(1);
    assertThat(crm.getRecommendations(request.put("limit", 200)).accepted().get("items"))
        .hasSize(200);
    for (int limit : new int[] {0, 201, -1}) {
      Outcome outcome = crm.getRecommendations(request.put("limit", limit));
      assertRefused(outcome, 400, "invalid-request");
      assertThat(outcome.pointers()).containsExactly("/limit");
    }
  }

  @Test
  void whoProvesNothingIsRefused() {
    assertRefused(
        crm.provingNothing().getRecommendations(object().put("customerId", "c-1")),
        401,
        "unauthenticated");
  }

  @Test
  void whoProvesWronglyIsRefused() {
    assertRefused(
        crm.provingWrongly().getRecommendations(object().put("customerId", "c-1")),
        401,
        "unauthenticated");
  }

  @Test
  void whoLacksThePermissionIsRefused() {
    CrmDriver reader = crm.allowedOnly("recommendation:read");
    ArrayNode events = events();
    view(events, key("customer"), anyItem());

    assertRefused(reader.submitEvents(events), 403, "forbidden");
    assertRefused(reader.upsertCustomer(key("customer"), profile()), 403, "forbidden");
    assertThat(reader.getRecommendations(object().put("customerId", "c-1")).accepted().get("items"))
        .isNotEmpty();
    assertRefused(
        crm.allowedOnly("behavior:write").getRecommendations(object().put("customerId", "c-1")),
        403,
        "forbidden");
  }

  private JsonNode recommend(String customer) {
    return crm.getRecommendations(object().put("customerId", customer)).accepted();
  }

  private List<String> allOf(String customer, String exclude, List<String> categories) {
    ObjectNode request =
        object().put("customerId", customer).put("exclude", exclude).put("limit", 200);
    ArrayNode wanted = request.putArray("categories");
    categories.forEach(wanted::add);
    return itemIds(crm.getRecommendations(request).accepted());
  }

  private String category(String item) {
    return rest.get("items/" + ApiClient.encode(item)).json().get("category").asText();
  }

  private String anyItem() {
    return rest.get("items?limit=1").json().at("/items/0/itemId").asText();
  }

  private static List<String> itemIds(JsonNode answer) {
    return StreamSupport.stream(answer.get("items").spliterator(), false)
        .map(item -> item.get("itemId").asText())
        .toList();
  }

  private static ObjectNode profile() {
    return object(
        """
        {"name":"李雷 & <Söhne>","email":"li.lei@example.com","phone":"+86 139 0000 0000",
         "language":"zh","timeZone":"Asia/Shanghai","traits":{"tier":"gold"},
         "consents":[{"purpose":"EMAIL_MARKETING","granted":true,"at":"2026-01-05T09:30:00+08:00",
           "source":"checkout"}]}""");
  }

  private static ArrayNode events() {
    return object().putArray("events");
  }

  private static ObjectNode view(ArrayNode events, String customer, String item) {
    return events
        .addObject()
        .put("eventId", key("event"))
        .put("type", "VIEW")
        .put("customerId", customer)
        .put("itemId", item)
        .put("at", Instant.now().toString());
  }

  private static void assertRefused(Outcome outcome, int status, String type) {
    JsonNode problem = outcome.refusal();
    assertThat(problem.get("status").asInt()).as(problem.toString()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("urn:pitchwright:problem:" + type);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank();
  }
}
