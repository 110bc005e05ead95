package org.pitchwright.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The id that a request has in replies, problems and logs: the sender's {@code X-Request-Id} where
 * it is fit, otherwise one of ours.
 */
public final class RequestId {
  /** The header that carries the id in and out. */
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final int MAX_LENGTH = 100;

  private RequestId() {}

  /** The id of a request, the same each time it is asked for. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String given = request.getHeader(HEADER);
    String id = given != null && isFit(given) ? given : generate();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  static boolean isFit(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    return id.chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.');
  }

  private static String generate() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
  }
}
