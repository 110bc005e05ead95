package org.pitchwright.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What the server answered. */
public record Reply(HttpResponse<String> response) {
  static final ObjectMapper MAPPER = new ObjectMapper();

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return response.body();
  }

  /** The first header of a name, null if there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** The media type without its parameters, empty if there is none. */
  public String mediaType() {
    String type = header("Content-Type");
    return type == null ? "" : type.split(";")[0].strip();
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON, status " + status() + ": " + text(), e);
    }
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
