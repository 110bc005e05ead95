package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.pitchwright.testing.CrmClient;
import org.pitchwright.testing.LaunchedServer;
import org.pitchwright.testing.RunningServer;

/**
 * A newer application replaces the deployed one in a running Payara Server. Native code may be
 * loaded by one class loader only, so that inference would fail from the second deployment on if
 * ONNX Runtime lay within the application.
 */
@Tag("server")
class RedeploymentIT {
  private static final String REQUEST = "{\"customerId\":\"c-03983\",\"limit\":5}";

  private static LaunchedServer server;

  @BeforeAll
  static void findServer() {
    server = (LaunchedServer) RunningServer.current();
  }

  @RepeatedTest(3)
  void servesFromTheTrainedModelAfterARedeployment() {
    server.redeploy();

    JsonNode reply = CrmClient.json(CrmClient.of(server).post("api/v1/recommendations", REQUEST));

    assertThat(reply.path("personalized").asBoolean()).as(reply.toString()).isTrue();
    assertThat(reply.path("model").path("version").asInt()).isPositive();
    assertThat(reply.path("items")).hasSize(5);
  }
}
