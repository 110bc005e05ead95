package org.pitchwright.security;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.problem.Problem;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.RequestId;
import org.pitchwright.sql.DatabaseException;

/** Replies to requests that end before they reach a resource, as problem documents. */
final class Refusal {
  private static final Logger LOGGER = Logger.getLogger(Refusal.class.getName());
  private static final String RETRY_AFTER = "Retry-After";
  private static final String BASIC = "Basic realm=\"pitchwright\", charset=\"UTF-8\"";

  private Refusal() {}

  /** 401, with the ways in which a caller can prove who they are (RFC 6750, RFC 7617). */
  static AuthenticationStatus unauthenticated(
      HttpServletRequest request, HttpServletResponse response, boolean invalidToken) {
    String bearer = "Bearer realm=\"pitchwright\"";
    response.addHeader(
        "WWW-Authenticate", invalidToken ? bearer + ", error=\"invalid_token\"" : bearer);
    response.addHeader("WWW-Authenticate", BASIC);
    String detail =
        invalidToken
            ? "The access token is not good any more, or never was; get another one from "
                + Zone.TOKEN_ENDPOINT
            : "Send an access token from "
                + Zone.TOKEN_ENDPOINT
                + ", or a name and password that are right, in the Authorization header";
    return send(request, response, Problem.of(ProblemKind.UNAUTHENTICATED, detail));
  }

  /** The refusal that an exception asks for. */
  static AuthenticationStatus send(
      HttpServletRequest request, HttpServletResponse response, ProblemException e) {
    if (e.kind() == ProblemKind.TOO_MANY_REQUESTS) {
      response.setHeader(RETRY_AFTER, "60");
    }
    return send(request, response, Problem.of(e));
  }

  /** 503: nobody can be let in while the database does not answer. */
  static AuthenticationStatus unavailable(
      HttpServletRequest request, HttpServletResponse response, DatabaseException e) {
    LOGGER.log(Level.SEVERE, "Nobody can sign in, request " + RequestId.of(request), e);
    response.setHeader(RETRY_AFTER, "5");
    return send(
        request,
        response,
        Problem.of(ProblemKind.UNAVAILABLE, "The database does not answer; try again soon"));
  }

  private static AuthenticationStatus send(
      HttpServletRequest request, HttpServletResponse response, Problem problem) {
    String id = RequestId.of(request);
    byte[] body = problem.at(id).json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    ReplyHeaders.always(request, response);
    ReplyHeaders.forSystems(response);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException("The caller went away", e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
