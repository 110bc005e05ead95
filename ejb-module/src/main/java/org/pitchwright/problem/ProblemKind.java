package org.pitchwright.problem;

/** The ways in which a request can be refused, each with its HTTP status (RFC 9110). */
public enum ProblemKind {
  INVALID(400, "invalid-request", "The request is not valid"),
  UNAUTHENTICATED(401, "unauthenticated", "Authentication is needed"),
  FORBIDDEN(403, "forbidden", "Not allowed"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not supported here"),
  NOT_ACCEPTABLE(406, "not-acceptable", "This cannot be given in the asked form"),
  CONFLICT(409, "conflict", "Conflict with the current state"),
  PRECONDITION_FAILED(412, "precondition-failed", "Changed by someone else in the meantime"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This media type is not understood"),
  KEY_REUSED(422, "idempotency-key-reused", "The idempotency key was used for another request"),
  TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
  INTERNAL(500, "internal-error", "A fault of ours"),
  UNAVAILABLE(503, "unavailable", "Temporarily not available");

  private final int status;
  private final String slug;
  private final String title;

  ProblemKind(int status, String slug, String title) {
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** The problem type of RFC 9457, as a URN that never changes. */
  public String type() {
    return "urn:pitchwright:problem:" + slug;
  }

  public String title() {
    return title;
  }
}
