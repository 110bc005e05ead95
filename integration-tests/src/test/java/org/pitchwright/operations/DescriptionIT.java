package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.SoapClient;

/** What the server tells everybody about itself. */
class DescriptionIT {
  private static final List<String> PATHS =
      List.of(
          "/oauth/token",
          "/items",
          "/items/{itemId}",
          "/items/{itemId}/similar",
          "/customers",
          "/customers/{customerId}",
          "/events",
          "/recommendations",
          "/recommendations/{requestId}/feedback",
          "/rules",
          "/rules/{key}",
          "/rules/preview",
          "/relations",
          "/relations/{kind}/{from}/{to}",
          "/categories",
          "/categories/{category}",
          "/logical-rules",
          "/logical-rules/{key}",
          "/jobs",
          "/jobs/{name}/executions",
          "/jobs/executions/{id}",
          "/jobs/executions/{id}/stop",
          "/jobs/executions/{id}/restart",
          "/jobs/executions/{id}/abandon",
          "/models",
          "/models/{name}/versions/{version}",
          "/models/{name}/versions/{version}/recommendations",
          "/models/{name}/versions/{version}/promote",
          "/models/{name}/versions/{version}/rollback",
          "/imports/{kind}");

  private final ApiClient nobody = ApiClient.nobody();

  @Test
  void theDescriptionOfTheRestInterfaceListsEveryPath() {
    Reply reply = nobody.at("openapi", "GET", null, "Accept", "application/json");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode paths = reply.json().get("paths");
    for (String path : PATHS) {
      assertThat(paths.has("/api/v1" + path) || paths.has(path)).as(path).isTrue();
    }
    assertThat(reply.json().at("/components/securitySchemes/oauth2/type").asText())
        .isEqualTo("oauth2");
  }

  @Test
  void theWsdlDescribesBothVersionsAtTheAddressThatWasAsked() {
    Reply reply = nobody.at("services/crm?wsdl", "GET", null);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).isEqualTo("text/xml");
    assertThat(SoapClient.parse(reply.text()).getLocalName()).isEqualTo("definitions");
    assertThat(reply.text())
        .contains("UpsertCustomer", "SubmitEvents", "GetRecommendations", "ProblemFault")
        .contains("http://schemas.xmlsoap.org/wsdl/soap/")
        .contains("http://schemas.xmlsoap.org/wsdl/soap12/");
    String address = reply.response().uri().resolve("/services/crm").toString();
    assertThat(reply.text().split("location=\"" + address + "\"", -1)).hasSize(3);
  }

  @Test
  void theServerIsAliveAndReady() {
    assertThat(nobody.at("health/live", "GET", null).json().get("status").asText()).isEqualTo("UP");
    assertThat(nobody.at("health/ready", "GET", null).json().get("status").asText())
        .isEqualTo("UP");
  }

  @Test
  void metricsAreInTheFormOfPrometheus() {
    Reply reply = nobody.at("metrics", "GET", null);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).isEqualTo("text/plain");
    assertThat(reply.text())
        .contains("pitchwright_events_accepted_total", "pitchwright_recommendations_total");
  }

  @Test
  void repliesOfTheInterfacesAreForNoBrowserAndNoCache() {
    for (Reply reply :
        List.of(
            ApiClient.crm().get("items?limit=1"),
            nobody.get("items"),
            nobody.at("services/crm?wsdl", "GET", null))) {
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("X-Request-Id")).isNotBlank();
      assertThat(reply.header("Set-Cookie")).isNull();
    }
  }

  @Test
  void pagesCannotBeFramed() {
    Reply page = nobody.at("login.xhtml", "GET", null);

    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
  }
}
