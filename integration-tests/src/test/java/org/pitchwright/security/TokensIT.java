package org.pitchwright.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Access tokens by OAuth 2, client credentials. */
class TokensIT {
  private final ApiClient nobody = ApiClient.nobody();

  @Test
  void withoutAScopeATokenCarriesEveryScopeOfTheClient() {
    Reply reply = nobody.form("oauth/token", fields(Map.of()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("token_type").asText()).isEqualTo("Bearer");
    assertThat(reply.json().get("expires_in").asLong()).isPositive();
    assertThat(scopes(reply))
        .contains("catalog:read", "catalog:write", "customer:write", "behavior:write")
        .contains("recommendation:read", "recommendation:write", "model:read", "operations:read")
        .doesNotContain("operations:write", "model:write", "security:read", "security:write");
  }

  @Test
  void aTokenCarriesTheScopesThatWereAskedFor() {
    Reply reply =
        nobody.form("oauth/token", fields(Map.of("scope", "catalog:read behavior:write")));

    assertThat(scopes(reply)).containsExactlyInAnyOrder("catalog:read", "behavior:write");
  }

  @Test
  void aScopeThatTheClientWasNotGrantedIsRefused() {
    assertError(Map.of("scope", "model:write"), 400, "invalid_scope");
    assertError(Map.of("scope", "no-such:scope"), 400, "invalid_scope");
  }

  @Test
  void anotherGrantTypeIsRefused() {
    assertError(Map.of("grant_type", "password"), 400, "unsupported_grant_type");
  }

  @Test
  void aClientMayProveItselfByHttpBasic() {
    Reply reply =
        ApiClient.basic(ApiClient.CRM, ApiClient.CRM_SECRET)
            .form("oauth/token", Map.of("grant_type", "client_credentials"));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void aClientThatDoesNotExistIsRefusedAndSoOnWhenItIsLocked() {
    String client = ApiClient.key("nobody");
    for (int attempt = 0; attempt < 7; attempt++) {
      Reply reply = nobody.form("oauth/token", fields(Map.of("client_id", client)));

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.json().get("error").asText()).isEqualTo("invalid_client");
      assertThat(reply.header("WWW-Authenticate")).startsWith("Basic");
    }
  }

  @Test
  void aTokenThatNobodyIssuedIsRefused() {
    Reply reply = ApiClient.authorization("Bearer not.a.token").get("items");

    assertProblem(reply, 401, "unauthenticated");
    assertThat(reply.response().headers().allValues("WWW-Authenticate"))
        .anySatisfy(challenge -> assertThat(challenge).contains("invalid_token"));
  }

  @Test
  void theTokenEndpointTakesFormFieldsOnly() {
    assertProblem(nobody.post("oauth/token", ApiClient.object()), 415, "unsupported-media-type");
  }

  @Test
  void aPersonMayCallWithNameAndPassword() {
    assertThat(ApiClient.person("analyst").get("items?limit=1").status()).isEqualTo(200);
    assertProblem(ApiClient.person("analyst").delete("customers/nobody-at-all"), 403, "forbidden");
  }

  private void assertError(Map<String, String> different, int status, String error) {
    Reply reply = nobody.form("oauth/token", fields(different));
    JsonNode body = reply.json();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(body.get("error").asText()).isEqualTo(error);
    assertThat(body.get("error_description").asText()).isNotBlank();
  }

  private static Map<String, String> fields(Map<String, String> different) {
    Map<String, String> fields = new HashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", ApiClient.CRM);
    fields.put("client_secret", ApiClient.CRM_SECRET);
    fields.putAll(different);
    return fields;
  }

  private static List<String> scopes(Reply reply) {
    return List.of(reply.json().get("scope").asText().split(" "));
  }
}
