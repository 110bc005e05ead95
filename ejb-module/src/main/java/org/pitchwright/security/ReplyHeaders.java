package org.pitchwright.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pitchwright.problem.RequestId;

/**
 * What replies tell browsers and proxies; also those that end where nobody could be let in, before
 * any filter.
 */
public final class ReplyHeaders {
  private static final String NO_CONTENT_FROM_ANYWHERE =
      "default-src 'none'; frame-ancestors 'none'";
  private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

  private ReplyHeaders() {}

  /** For every reply. */
  public static void always(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", ONE_YEAR);
    }
  }

  /** For replies to systems: nothing in them is for a browser to show, or for a cache to keep. */
  public static void forSystems(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", NO_CONTENT_FROM_ANYWHERE);
    response.setHeader("Cache-Control", "no-store");
  }
}
