package org.pitchwright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** The registry of models over REST. */
class ModelsIT {
  private final ApiClient operator = ApiClient.person("operator");

  @Test
  void everyVersionIsListedWithItsStageAndMetrics() {
    JsonNode champion = champion();

    assertThat(champion.get("name").asText()).isEqualTo("recommender");
    assertThat(champion.get("version").isInt()).isTrue();
    assertThat(champion.at("/metrics/ndcg@10").isNumber()).isTrue();
    assertThat(champion.get("dataFingerprint").asText()).startsWith("sha256:");
    assertThat(champion.get("createdAt").asText()).isNotBlank();
    assertThat(operator.get("models?limit=1").json().get("items")).hasSize(1);
    assertProblem(operator.get("models?limit=0"), 400, "invalid-request", "/limit");
  }

  @Test
  void theChampionCannotBePromotedOnceMore() {
    assertProblem(operator.post(version(champion()) + "/promote"), 409, "conflict");
  }

  @Test
  void aVersionThatIsNotThereIsNotFound() {
    for (String action : new String[] {"promote", "rollback"}) {
      assertProblem(
          operator.post("models/recommender/versions/999999/" + action), 404, "not-found");
      assertProblem(operator.post("models/no-such/versions/1/" + action), 404, "not-found");
      assertProblem(
          operator.post("models/recommender/versions/latest/" + action), 404, "not-found");
    }
  }

  @Test
  void anotherVersionServesAfterAPromotionAndTheOldOneAfterARollback() {
    JsonNode champion = champion();
    Optional<JsonNode> other =
        versions().filter(model -> !model.get("stage").asText().equals("CHAMPION")).findFirst();
    assumeTrue(other.isPresent(), "There is one version only");
    assertProblem(operator.post(version(other.get()) + "/rollback"), 409, "conflict");

    Reply promoted = operator.post(version(other.get()) + "/promote");
    assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
    assertThat(promoted.json().get("stage").asText()).isEqualTo("CHAMPION");
    assertThat(champion().get("version")).isEqualTo(other.get().get("version"));

    Reply back = operator.post(version(other.get()) + "/rollback");
    assertThat(back.json().get("version")).isEqualTo(champion.get("version"));
    assertThat(champion().get("version")).isEqualTo(champion.get("version"));
  }

  @Test
  void whoMayOnlyLookMayNotPromote() {
    String champion = version(champion());

    assertProblem(ApiClient.crm().post(champion + "/promote"), 403, "forbidden");
    assertProblem(ApiClient.crm().post(champion + "/rollback"), 403, "forbidden");
  }

  private JsonNode champion() {
    return versions()
        .filter(model -> model.get("stage").asText().equals("CHAMPION"))
        .findFirst()
        .orElseThrow();
  }

  private java.util.stream.Stream<JsonNode> versions() {
    return StreamSupport.stream(
        operator.get("models?limit=200").json().get("items").spliterator(), false);
  }

  private static String version(JsonNode model) {
    return "models/" + model.get("name").asText() + "/versions/" + model.get("version").asInt();
  }
}
