package org.pitchwright.paging;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** Versions of things as HTTP's entity tags and conditions (RFC 9110, section 13). */
public final class EntityVersion {
  private EntityVersion() {}

  /** The entity tag of a version. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * The version that a change must find.
   *
   * @param ifMatch the header; null if there is none
   * @param ifNoneMatch the header; null if there is none
   * @param current reads the present version, 0 if there is none; called only where needed
   * @return null if any will do, 0 if there must be none yet
   * @throws ProblemException if a condition fails already, or cannot be read
   */
  public static @Nullable Long expected(
      @Nullable String ifMatch, @Nullable String ifNoneMatch, LongSupplier current) {
    if (ifNoneMatch != null) {
      if (!ifNoneMatch.strip().equals("*")) {
        throw ProblemException.invalid(
            "", "If-None-Match of a change must be *, to create only what is not there yet");
      }
      return 0L;
    }
    if (ifMatch == null) {
      return null;
    }
    long now = current.getAsLong();
    if (now == 0) {
      throw failed("There is nothing yet that If-Match could match");
    }
    if (ifMatch.strip().equals("*")) {
      return now;
    }
    for (String tag : ifMatch.split(",")) {
      if (tag.strip().equals("\"" + now + "\"")) {
        return now;
      }
    }
    throw failed("The present version is \"" + now + "\", not " + ifMatch + "; read it again");
  }

  private static ProblemException failed(String detail) {
    return new ProblemException(ProblemKind.PRECONDITION_FAILED, detail);
  }

  /** The reply to a PUT: 201 if it created something, 200 if not, with the version's ETag. */
  public static Response written(boolean created, long version, Object body) {
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
        .tag(tag(version))
        .entity(body)
        .build();
  }
}
