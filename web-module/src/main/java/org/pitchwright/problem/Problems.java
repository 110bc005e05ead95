package org.pitchwright.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pitchwright.sql.DatabaseException;

/** What each exception means to a caller, for REST and SOAP alike. */
public final class Problems {
  private static final Logger LOGGER = Logger.getLogger(Problems.class.getName());

  private Problems() {}

  /**
   * The problem that an exception stands for. A fault of ours is logged here, once, with the
   * request's id; nothing of it is told to the caller but that id.
   */
  public static Problem of(Throwable thrown, String requestId) {
    Problem known = known(thrown);
    if (known != null) {
      return known.at(requestId);
    }
    if (mayPass(thrown)) {
      LOGGER.log(Level.WARNING, "The database did not answer, request " + requestId, thrown);
      return Problem.of(ProblemKind.UNAVAILABLE, "The database does not answer; try again soon")
          .at(requestId);
    }
    LOGGER.log(Level.SEVERE, "Request " + requestId + " failed", thrown);
    return Problem.of(
            ProblemKind.INTERNAL,
            "Something went wrong on our side; tell the operators the request id " + requestId)
        .at(requestId);
  }

  /** After how many seconds the same request may go well; empty where time mends nothing. */
  public static OptionalInt retryAfter(Problem problem) {
    if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
      return OptionalInt.of(5);
    }
    boolean tooMany = problem.status() == ProblemKind.TOO_MANY_REQUESTS.status();
    return tooMany ? OptionalInt.of(1) : OptionalInt.empty();
  }

  private static @Nullable Problem known(Throwable thrown) {
    ProblemException problem = find(thrown, ProblemException.class);
    if (problem != null) {
      return Problem.of(problem);
    }
    if (find(thrown, EJBAccessException.class) != null
        || find(thrown, jakarta.security.enterprise.AuthenticationException.class) != null) {
      return Problem.of(ProblemKind.FORBIDDEN, "You may not do this");
    }
    if (find(thrown, OptimisticLockException.class) != null) {
      return Problem.of(
          ProblemKind.CONFLICT, "Somebody else changed it at the same moment; read it again");
    }
    if (DatabaseException.behind(thrown).filter(DatabaseException::uniqueViolation).isPresent()) {
      return Problem.of(
          ProblemKind.CONFLICT, "Somebody else created it at the same moment; try again");
    }
    WebApplicationException web = find(thrown, WebApplicationException.class);
    return web == null ? null : of(web);
  }

  /** Whether the database, or the way to it, is to blame, so that trying again may help. */
  private static boolean mayPass(Throwable thrown) {
    return DatabaseException.behind(thrown).filter(DatabaseException::transientFault).isPresent();
  }

  private static @Nullable Problem of(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    ProblemKind kind =
        switch (status) {
          case 400 -> ProblemKind.INVALID;
          case 401 -> ProblemKind.UNAUTHENTICATED;
          case 403 -> ProblemKind.FORBIDDEN;
          case 404 -> ProblemKind.NOT_FOUND;
          case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
          case 406 -> ProblemKind.NOT_ACCEPTABLE;
          case 412 -> ProblemKind.PRECONDITION_FAILED;
          case 413 -> ProblemKind.TOO_LARGE;
          case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
          case 503 -> ProblemKind.UNAVAILABLE;
          default -> null;
        };
    return kind == null ? null : Problem.of(kind, detail(kind));
  }

  private static String detail(ProblemKind kind) {
    return switch (kind) {
      case NOT_FOUND -> "There is nothing at this address; /openapi lists what there is";
      case METHOD_NOT_ALLOWED -> "See the Allow header for the methods that this address knows";
      case NOT_ACCEPTABLE -> "Send Accept: application/json, or leave the header out";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the body with the Content-Type that /openapi names";
      case INVALID -> "A parameter of the address cannot be read";
      default -> kind.title();
    };
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    return Causes.of(thrown).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }
}
