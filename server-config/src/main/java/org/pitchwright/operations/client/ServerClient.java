package org.pitchwright.operations.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.LocalClient;
import org.pitchwright.operations.console.OperatorException;

/** Calls the REST interface of a server on this machine as its {@link LocalClient}. */
public final class ServerClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(6);
  private static final int UNAUTHORIZED = 401;
  private static final int SUCCESS_CLASS = 2;
  private static final int LONGEST_BODY = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI api;
  private final LocalClient client;
  private @Nullable String token;

  /**
   * A client of the server at this address.
   *
   * @param server base address, without path
   */
  public ServerClient(URI server, LocalClient client) {
    this.api = server.resolve("/api/v1/");
    this.client = client;
  }

  /**
   * A client of the server that runs on this data directory.
   *
   * @throws OperatorException when none does
   */
  public static ServerClient of(DataDirectory directory) {
    RunningServer server = RunningServer.require(directory);
    return new ServerClient(server.url(), LocalClient.read(directory));
  }

  /** The reply to a GET as a value of this type. */
  public <T> T get(String path, Class<T> type) {
    return parse(send(request(path).timeout(TIMEOUT).GET()), type);
  }

  /** The reply to a GET as a file. */
  public void download(String path, Path target) {
    HttpResponse<Path> response =
        exchange(request(path).timeout(TIMEOUT).GET(), BodyHandlers.ofFile(target));
    requireSuccess(response.statusCode(), "", path);
  }

  /** Posts a value as JSON; the reply as a value of this type. */
  public <T> T post(String path, Object body, Class<T> type) {
    try {
      return parse(
          send(
              request(path)
                  .timeout(TIMEOUT)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))),
          type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not to be written as JSON: " + body.getClass(), e);
    }
  }

  /**
   * Posts a file as it is, streaming it.
   *
   * @throws OperatorException when the file is missing
   */
  public <T> T upload(String path, Path file, Class<T> type) {
    BodyPublisher content;
    try {
      content = BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new OperatorException("The file " + file + " is missing or may not be read.", e);
    }
    authorization(); // With the token at hand, no reply of 401 makes the file go twice.
    return parse(
        send(
            request(path)
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(content)),
        type);
  }

  /** A value as a part of a path or of a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).header("Accept", "application/json, */*");
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpResponse<String> response = exchange(builder, BodyHandlers.ofString());
    requireSuccess(response.statusCode(), response.body(), response.uri().getPath());
    return response;
  }

  /** Sends with a token; once more with a new one when the first has expired. */
  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
    HttpResponse<T> response =
        call(builder.setHeader("Authorization", authorization()).build(), handler);
    if (response.statusCode() == UNAUTHORIZED) {
      token = null;
      return call(builder.setHeader("Authorization", authorization()).build(), handler);
    }
    return response;
  }

  private String authorization() {
    if (token == null) {
      String form =
          "grant_type=client_credentials&client_id="
              + encoded(client.id())
              + "&client_secret="
              + encoded(client.secret());
      HttpResponse<String> response =
          call(
              request("oauth/token")
                  .timeout(TIMEOUT)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      requireSuccess(response.statusCode(), response.body(), "the request for a token");
      token = parse(response, JsonNode.class).path("access_token").asText();
    }
    return "Bearer " + token;
  }

  private <T> HttpResponse<T> call(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (ConnectException e) {
      throw new OperatorException(
          "The server at %s does not answer; it may have been stopped.".formatted(api), e);
    } catch (IOException e) {
      throw new OperatorException(
          "The connection to the server at %s broke: %s".formatted(api, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The command was interrupted.", e);
    }
  }

  private static <T> T parse(HttpResponse<String> response, Class<T> type) {
    try {
      return Json.MAPPER.readValue(response.body(), type);
    } catch (JsonProcessingException e) {
      throw new OperatorException(
          "The server's reply to %s is not what this command understands: %s"
              .formatted(response.uri().getPath(), e.getOriginalMessage()),
          e);
    }
  }

  /** Puts the problem document of a refusal (RFC 9457) into words. */
  private static void requireSuccess(int status, String body, String what) {
    if (status / 100 == SUCCESS_CLASS) {
      return;
    }
    throw new OperatorException(
        "The server refused %s with status %d: %s".formatted(what, status, reason(body)));
  }

  private static String reason(String body) {
    try {
      JsonNode problem = Json.MAPPER.readTree(body);
      StringBuilder text = new StringBuilder(problem.path("title").asText());
      String detail = problem.path("detail").asText();
      if (!detail.isEmpty() && !detail.equals(text.toString())) {
        text.append(text.isEmpty() ? "" : ". ").append(detail);
      }
      for (JsonNode error : problem.path("errors")) {
        text.append(System.lineSeparator()).append("  ").append(error.path("detail").asText());
      }
      return text.toString();
    } catch (JsonProcessingException e) {
      return body.substring(0, Math.min(body.length(), LONGEST_BODY));
    }
  }
}
