package org.pitchwright.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;

/**
 * A refusal as the outside sees it (RFC 9457).
 *
 * @param type a URN that never changes
 * @param status HTTP status code
 * @param detail what is wrong here and how to mend it
 * @param errors the places that are wrong, empty where the request as a whole is
 * @param instance the request that was refused, as {@code urn:pitchwright:request:} and its id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<Violation> errors,
    @Nullable String instance) {
  /** The media type of the JSON form. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem of a kind, without places. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, List.of(), null);
  }

  /** The problem that an exception stands for. */
  public static Problem of(ProblemException exception) {
    ProblemKind kind = exception.kind();
    return new Problem(
        kind.type(),
        kind.title(),
        kind.status(),
        String.valueOf(exception.getMessage()),
        exception.violations(),
        null);
  }

  /** The same problem, said about the request with this id. */
  public Problem at(@Nullable String requestId) {
    String urn = requestId == null ? null : "urn:pitchwright:request:" + requestId;
    return new Problem(type, title, status, detail, errors, urn);
  }

  /** The problem as JSON text. */
  public String json() {
    return Json.write(this);
  }
}
