package org.pitchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The versions of the recommender that a server has. */
public final class Versions {
  private Versions() {}

  /** There must be a version beside the one that serves; one epoch is enough for that. */
  public static void ensureTwo() {
    ApiClient admin = ApiClient.person("admin");
    if (usable().size() < 2) {
      ObjectNode body = ApiClient.object();
      body.putObject("parameters").put("epochs", "1");
      Reply started = admin.post("jobs/train-recommender/executions", body);
      assertThat(started.status()).isLessThan(300);
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> usable().size() >= 2);
    }
  }

  /** The numbers of the versions whose files are there, newest first. */
  public static List<Integer> usable() {
    return all().stream()
        .filter(model -> !model.get("stage").asText().equals("ARCHIVED"))
        .map(model -> model.get("version").asInt())
        .toList();
  }

  /** The number of the version that serves. */
  public static int champion() {
    return all().stream()
        .filter(model -> model.get("stage").asText().equals("CHAMPION"))
        .findFirst()
        .orElseThrow()
        .get("version")
        .asInt();
  }

  private static List<JsonNode> all() {
    JsonNode items = ApiClient.person("admin").get("models?limit=200").json().get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }
}
