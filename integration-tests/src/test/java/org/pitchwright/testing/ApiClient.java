package org.pitchwright.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A stranger's client of the REST interface: nothing but HTTP and JSON. */
public final class ApiClient {
  /** The demo's system. */
  public static final String CRM = "crm-demo";

  /** Its secret for access tokens. */
  public static final String CRM_SECRET = "crm-demo-secret";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final String authorization;

  private ApiClient(String authorization) {
    this.authorization = authorization;
  }

  /** Proves nothing. */
  public static ApiClient nobody() {
    return new ApiClient(null);
  }

  /** The demo's CRM with all its scopes. */
  public static ApiClient crm() {
    return new ApiClient("Bearer " + token(""));
  }

  /** The demo's CRM with a token for these scopes only, separated by spaces. */
  public static ApiClient crmAllowed(String scopes) {
    return new ApiClient("Bearer " + token(scopes));
  }

  /** One of the demo's people, for example {@code operator}, by name and password. */
  public static ApiClient person(String name) {
    return basic(name, name + "-demo");
  }

  /** Name and password, right or wrong. */
  public static ApiClient basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new ApiClient("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** An Authorization header of one's own. */
  public static ApiClient authorization(String header) {
    return new ApiClient(header);
  }

  /** The Authorization header that this client sends. */
  public String authorization() {
    return authorization;
  }

  /** A token of the demo's CRM; it lasts an hour, longer than the tests. */
  private static String token(String scopes) {
    return TOKENS.computeIfAbsent(
        scopes,
        wanted -> {
          Map<String, String> form =
              wanted.isEmpty()
                  ? Map.of(
                      "grant_type",
                      "client_credentials",
                      "client_id",
                      CRM,
                      "client_secret",
                      CRM_SECRET)
                  : Map.of(
                      "grant_type",
                      "client_credentials",
                      "client_id",
                      CRM,
                      "client_secret",
                      CRM_SECRET,
                      "scope",
                      wanted);
          return nobody().form("oauth/token", form).json().get("access_token").asText();
        });
  }

  /** Reads {@code /api/v1/} and the path. */
  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** Sends JSON by POST, with further headers as name, value, name, value. */
  public Reply post(String path, JsonNode body, String... headers) {
    return send(json(path, headers).POST(BodyPublishers.ofString(body.toString())));
  }

  /** Sends a POST without any body. */
  public Reply post(String path, String... headers) {
    return send(headers(request(path), headers).POST(BodyPublishers.noBody()));
  }

  /** Sends JSON by PUT. */
  public Reply put(String path, JsonNode body, String... headers) {
    return send(json(path, headers).PUT(BodyPublishers.ofString(body.toString())));
  }

  /** Deletes. */
  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /** Any method with any bytes. */
  public Reply send(String method, String path, byte[] body, String... headers) {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    return send(headers(request(path), headers).method(method, publisher));
  }

  /** Sends form fields by POST. */
  public Reply form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        headers(request(path), "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a request to an address of the server, such as {@code health/live}. */
  public Reply at(String address, String method, byte[] body, String... headers) {
    URI uri = RunningServer.current().baseUri().resolve(address);
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    return send(headers(request(uri), headers).method(method, publisher));
  }

  private HttpRequest.Builder json(String path, String... headers) {
    return headers(request(path).header("Content-Type", "application/json"), headers);
  }

  private HttpRequest.Builder request(String path) {
    return request(RunningServer.current().baseUri().resolve("api/v1/" + path));
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** A text as a segment of a path or a part of a form. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A key that nobody has used before. */
  public static String key(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }

  /** An empty JSON object. */
  public static ObjectNode object() {
    return Reply.MAPPER.createObjectNode();
  }

  /** A JSON text as a tree. */
  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) Reply.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
