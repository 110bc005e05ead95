package org.pitchwright.operations.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Tokens of the demo's API client. */
public final class AccessToken {
  private static final String FORM =
      "grant_type=client_credentials&client_id=crm-demo&client_secret=crm-demo-secret";

  private AccessToken() {}

  /** A new token; it is good for an hour. */
  public static String of(ServerUnderTest server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url("api/v1/oauth/token")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(FORM))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("No token: " + response.body());
    }
    return new ObjectMapper().readTree(response.body()).path("access_token").asText();
  }
}
