package org.pitchwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The REST API as one of the demo company's people, to bring a test's data in. */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String authorization;

  private Api(String authorization) {
    this.authorization = authorization;
  }

  /** Speaks as a person of the demo company. */
  public static Api as(String name) {
    byte[] pair = (name + ":" + name + "-demo").getBytes(StandardCharsets.UTF_8);
    return new Api("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The body at a path below {@code /api/v1/}. */
  public String get(String path) {
    return send(request(path).GET().build());
  }

  /** Puts a JSON body at a path below {@code /api/v1/}. */
  public String put(String path, String json) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** Posts a JSON body to a path below {@code /api/v1/}. */
  public String post(String path, String json) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  private HttpRequest.Builder request(String path) {
    URI address = RunningServer.current().baseUri().resolve("api/v1/" + path);
    return HttpRequest.newBuilder(address)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json");
  }

  private static String send(HttpRequest request) {
    try {
      HttpResponse<String> reply = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri()
                + ": "
                + reply.statusCode()
                + " "
                + reply.body());
      }
      return reply.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
