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
  void aCardSaysWhatAVersionWasMadeFromAndForWhomItIsGood() {
    JsonNode card = operator.get("models/recommender/versions/1").json();

    assertThat(card.at("/data/fingerprint").asText()).startsWith("sha256:");
    assertThat(card.at("/data/customers").asLong()).isPositive();
    assertThat(card.at("/data/events").asLong()).isGreaterThan(card.at("/data/customers").asLong());
    assertThat(card.at("/data/from").asText()).isLessThan(card.at("/data/until").asText());
    assertThat(card.at("/training/seconds").asDouble()).isPositive();
    assertThat(card.at("/training/peakMemoryMiB").asLong()).isPositive();
    assertThat(card.at("/training/settings/dimension").isInt()).isTrue();
    assertThat(card.at("/accuracy/lower").asDouble())
        .isLessThan(card.at("/accuracy/ndcg").asDouble());
    assertThat(card.at("/accuracy/upper").asDouble())
        .isGreaterThan(card.at("/accuracy/ndcg").asDouble());
    assertThat(card.at("/size/bytes").asLong()).isLessThan(card.at("/size/bytesAsFloats").asLong());
    assertThat(card.get("groups").findValuesAsText("grouping"))
        .contains("historyLength", "language");
    card.get("groups")
        .forEach(group -> assertThat(group.get("cases").asLong()).isGreaterThanOrEqualTo(30));
    assertThat(card.at("/exposure/gini").asDouble()).isBetween(0.0, 1.0);
    assertThat(card.at("/exposure/top1Percent").asDouble())
        .isLessThanOrEqualTo(card.at("/exposure/top10Percent").asDouble());
    assertThat(card.get("limits").findValuesAsText("code")).contains("OFFLINE");
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
