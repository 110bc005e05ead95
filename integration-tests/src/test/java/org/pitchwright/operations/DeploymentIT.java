package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pitchwright.operations.client.Execution;
import org.pitchwright.operations.client.Jobs;
import org.pitchwright.operations.client.ServerClient;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.console.Console;
import org.pitchwright.testing.CrmClient;
import org.pitchwright.testing.RunningServer;

/** The assembly on its server, whichever of the two: deployed whole, and working. */
class DeploymentIT {
  private static final String REQUEST = "{\"customerId\":\"c-03983\",\"limit\":5}";

  private final RunningServer server = RunningServer.current();

  @Test
  void saysThatItIsReady() throws Exception {
    HttpResponse<String> reply = get("health/ready");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(CrmClient.json(reply).path("status").asText()).isEqualTo("UP");
  }

  @Test
  void showsItsMetrics() throws Exception {
    HttpResponse<String> reply = get("metrics");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("# TYPE");
  }

  @Test
  void describesItsInterface() throws Exception {
    HttpResponse<String> reply = get("openapi");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("/recommendations");
  }

  @Test
  void rendersTheSignInPageWithItsComponents() throws Exception {
    HttpResponse<String> reply = get("login.xhtml");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("ui-password").doesNotContain("<p:", "#{");
  }

  @Test
  void servesAKnownCustomerFromTheTrainedModel() {
    JsonNode reply = CrmClient.json(CrmClient.of(server).post("api/v1/recommendations", REQUEST));

    assertThat(reply.path("personalized").asBoolean()).isTrue();
    assertThat(reply.path("model").path("version").asInt()).isPositive();
    assertThat(reply.path("items")).hasSize(5);
  }

  @Test
  void completesAJobThatAnOperatorStarts() {
    ServerClient client = ServerClient.of(new DataDirectory(server.dataDirectory()));
    Jobs jobs = new Jobs(client, new Console(System.out, System.err, false));

    Execution ended = jobs.await(jobs.start("cleanse-behavior", Map.of()), false);

    assertThat(ended.status()).isEqualTo("COMPLETED");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = server.baseUri().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
