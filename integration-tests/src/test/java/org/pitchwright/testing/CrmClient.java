package org.pitchwright.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A customer system that calls the REST interface with the demo's client and a token of its own.
 */
public final class CrmClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String CREDENTIALS =
      "grant_type=client_credentials&client_id=crm-demo&client_secret=crm-demo-secret";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  private CrmClient(URI base) {
    this.base = base;
    HttpResponse<String> reply =
        send(
            request("api/v1/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(CREDENTIALS))
                .build());
    if (reply.statusCode() != 200) {
      throw new IllegalStateException("No token: " + reply.statusCode() + " " + reply.body());
    }
    this.token = json(reply).path("access_token").asText();
  }

  /** A client of this server that has fetched its token. */
  public static CrmClient of(RunningServer server) {
    return new CrmClient(server.baseUri());
  }

  /** The reply to a GET, with the token. */
  public HttpResponse<String> get(String path) {
    return send(authorized(path).GET().build());
  }

  /** The reply to a POST of this JSON, with the token. */
  public HttpResponse<String> post(String path, String body) {
    return send(
        authorized(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** A reply's body. */
  public static JsonNode json(HttpResponse<String> reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Not JSON: " + reply.body(), e);
    }
  }

  private HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
