package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Recommendations over REST; what SOAP can do as well is in the contract. */
class RecommendationsIT {
  private final ApiClient crm = ApiClient.crm();

  @Test
  void anAnswerHasTheShapeThatWasPromised() {
    JsonNode answer = recommend(key("customer"));

    assertThat(answer.get("requestId").isTextual()).isTrue();
    assertThat(answer.at("/model/name").isTextual()).isTrue();
    assertThat(answer.at("/model/version").isInt()).isTrue();
    assertThat(answer.get("personalized").isBoolean()).isTrue();
    for (JsonNode item : answer.get("items")) {
      assertThat(item.get("itemId").isTextual()).isTrue();
      assertThat(item.get("rank").isInt()).isTrue();
      assertThat(item.get("score").isNumber()).isTrue();
      assertThat(item.get("propensity").isNumber()).isTrue();
      assertThat(item.at("/reason/kind").isTextual()).isTrue();
      assertThat(item.at("/reason/text").asText()).isNotBlank();
      assertThat(item.at("/reason/becauseOf").isArray()).isTrue();
    }
  }

  @Test
  void anItemThatIsSwitchedOffIsNeverRecommended() {
    String item = recommend(key("customer")).at("/items/0/itemId").asText();
    Reply read = crm.get("items/" + item);
    ObjectNode off = ((ObjectNode) read.json()).put("active", false);
    crm.put("items/" + item, off);
    try {
      assertThat(itemIds(recommend(key("customer")))).doesNotContain(item);
    } finally {
      crm.put("items/" + item, read.json());
    }
  }

  @Test
  void itemsLikeOneAreGivenBestFirst() {
    String item = recommend(key("customer")).at("/items/0/itemId").asText();

    JsonNode similar = crm.get("items/" + item + "/similar?limit=7").json();

    assertThat(similar.get("items")).hasSize(7);
    assertThat(itemIds(similar)).doesNotContain(item).doesNotHaveDuplicates();
    assertThat(similar.at("/items/0/reason/kind").asText()).isEqualTo("SIMILAR");
    assertThat(similar.at("/items/0/score").asDouble())
        .isGreaterThanOrEqualTo(similar.at("/items/6/score").asDouble());
    assertThat(crm.get("items/" + item + "/similar").json().get("items")).hasSize(10);
    assertProblem(crm.get("items/" + item + "/similar?limit=0"), 400, "invalid-request", "/limit");
    assertProblem(
        crm.get("items/" + item + "/similar?limit=201"), 400, "invalid-request", "/limit");
  }

  @Test
  void withoutTheItemsThatAReasonNamesTheItemIsHardlyEverRecommended() {
    JsonNode popular = recommend(object().put("customerId", key("customer")).put("limit", 60));
    List<String> items = itemIds(popular);
    int asked = 0;
    int gone = 0;
    for (int start = 0; start + 6 <= items.size(); start += 6) {
      List<String> history = items.subList(start, start + 6);
      for (JsonNode item : recommendAfter(history).get("items")) {
        List<String> because = new ArrayList<>();
        item.at("/reason/becauseOf").forEach(cause -> because.add(cause.asText()));
        assertThat(because).hasSizeBetween(1, 3).isSubsetOf(history);
        List<String> rest = history.stream().filter(past -> !because.contains(past)).toList();
        asked++;
        gone += itemIds(recommendAfter(rest)).contains(item.get("itemId").asText()) ? 0 : 1;
      }
    }
    assertThat(gone / (double) asked).isGreaterThan(.8);
  }

  private JsonNode recommendAfter(List<String> history) {
    ObjectNode request = object();
    ArrayNode recent = request.putArray("recentItems");
    history.forEach(recent::add);
    return recommend(request);
  }

  @Test
  void feedbackCountsAsBehaviourOnce() {
    String customer = key("customer");
    JsonNode answer = recommend(customer);
    String path = "recommendations/" + answer.get("requestId").asText() + "/feedback";
    String item = answer.at("/items/0/itemId").asText();
    ObjectNode click = object().put("itemId", item).put("outcome", "CLICK");

    assertThat(crm.post(path, click).status()).isEqualTo(204);
    assertThat(crm.post(path, click).status()).isEqualTo(204);

    JsonNode next = recommend(customer);
    assertThat(next.get("personalized").asBoolean()).isTrue();
    assertThat(itemIds(next)).doesNotContain(item);
  }

  @Test
  void feedbackOnWhatWasNotRecommendedIsRefused() {
    JsonNode answer = recommend(key("customer"));
    String path = "recommendations/" + answer.get("requestId").asText() + "/feedback";
    String item = answer.at("/items/0/itemId").asText();

    assertProblem(
        crm.post(path, object().put("itemId", key("item")).put("outcome", "CLICK")),
        400,
        "invalid-request",
        "/itemId");
    assertProblem(
        crm.post(path, object().put("itemId", item).put("outcome", "SEARCH")),
        400,
        "invalid-request",
        "/outcome");
    assertProblem(
        crm.post(path, object().put("itemId", item).put("outcome", "LOVE")),
        400,
        "invalid-request",
        "/outcome");
    ObjectNode click = object().put("itemId", item).put("outcome", "CLICK");
    assertProblem(
        crm.post("recommendations/" + UUID.randomUUID() + "/feedback", click), 404, "not-found");
    assertProblem(crm.post("recommendations/no-uuid/feedback", click), 404, "not-found");
  }

  @Test
  void membersOfARequestThatAreNotValidAreNamed() {
    ObjectNode request = object().put("customerId", key("customer"));

    assertProblem(
        crm.post("recommendations", request.deepCopy().put("exclude", "SOME")),
        400,
        "invalid-request",
        "/exclude");
    assertProblem(
        crm.post("recommendations", request.deepCopy().put("limit", "ten")),
        400,
        "invalid-request",
        "/limit");
    assertProblem(
        crm.post("recommendations", request.deepCopy().put("scenario", "")),
        400,
        "invalid-request",
        "/scenario");
    ObjectNode recent = request.deepCopy();
    recent.putArray("recentItems").add("i-1").addNull();
    assertProblem(crm.post("recommendations", recent), 400, "invalid-request", "/recentItems/1");
  }

  private JsonNode recommend(String customer) {
    return recommend(object().put("customerId", customer));
  }

  private JsonNode recommend(ObjectNode request) {
    return crm.post("recommendations", request).json();
  }

  private static List<String> itemIds(JsonNode answer) {
    return answer.get("items").findValuesAsText("itemId");
  }
}
