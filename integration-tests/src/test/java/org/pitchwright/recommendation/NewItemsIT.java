package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.RunningServer;

/** An item that nobody has ever bought is recommended by its text, without a new training. */
class NewItemsIT {
  private final ApiClient crm = ApiClient.crm();
  private final ApiClient operator = ApiClient.person("operator");
  private final BatchClient jobs = BatchClient.of(RunningServer.current());
  private final String item = key("new-item");
  private final int trained = champion().get("version").asInt();

  @AfterEach
  void takeBack() {
    crm.put("items/" + item, ((ObjectNode) crm.get("items/" + item).json()).put("active", false));
    int serving = champion().get("version").asInt();
    if (serving != trained) {
      operator.post("models/recommender/versions/" + serving + "/rollback");
    }
    assertThat(champion().get("version").asInt()).isEqualTo(trained);
  }

  @Test
  void aNewItemIsRecommendedToThoseWhoLikeSuchItems() {
    String like = anyItem();
    ObjectNode twin = (ObjectNode) crm.get("items/" + like).json();
    assertThat(crm.put("items/" + item, twin).status()).isIn(200, 201);
    assertThat(crm.get("items/" + item + "/similar").json().get("items")).isEmpty();

    JsonNode run = jobs.await(jobs.start("add-items", Map.of()));

    assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
    JsonNode larger = champion();
    assertThat(larger.get("version").asInt()).isGreaterThan(trained);
    assertThat(larger.get("parent").asInt()).isEqualTo(trained);
    assertThat(larger.at("/metrics/ndcg@10")).isEqualTo(version(trained).at("/metrics/ndcg@10"));
    assertThat(itemIds(crm.get("items/" + item + "/similar?limit=20").json())).contains(like);
    ObjectNode request = object().put("limit", 30);
    request.putArray("recentItems").add(like);
    assertThat(itemIds(crm.post("recommendations", request).json())).contains(item);
  }

  @Test
  void theNextNewItemsTakeThePlaceOfTheVersionThatWasOnlyMadeLarger() {
    crm.put("items/" + item, crm.get("items/" + anyItem()).json());
    jobs.await(jobs.start("add-items", Map.of()));
    int first = champion().get("version").asInt();

    JsonNode idle = jobs.await(jobs.start("add-items", Map.of()));
    assertThat(champion().get("version").asInt()).isEqualTo(first);
    assertThat(idle.get("status").asText()).isEqualTo("COMPLETED");

    crm.put("items/" + key("newer"), crm.get("items/" + anyItem()).json());
    jobs.await(jobs.start("add-items", Map.of()));

    assertThat(champion().get("version").asInt()).isGreaterThan(first);
    assertThat(version(first).get("stage").asText()).isEqualTo("ARCHIVED");
    assertProblem(
        operator.post("models/recommender/versions/" + first + "/promote"), 409, "conflict");
  }

  private String anyItem() {
    ObjectNode popular = object().put("customerId", key("customer"));
    return crm.post("recommendations", popular).json().at("/items/0/itemId").asText();
  }

  private JsonNode champion() {
    return versions().stream()
        .filter(model -> model.get("stage").asText().equals("CHAMPION"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode version(int number) {
    return versions().stream()
        .filter(model -> model.get("version").asInt() == number)
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> versions() {
    JsonNode items = operator.get("models?limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static List<String> itemIds(JsonNode answer) {
    return answer.get("items").findValuesAsText("itemId");
  }
}
