package org.pitchwright.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A request that was refused through a mistake, or the bad luck, of its sender. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<Violation> violations;

  public ProblemException(ProblemKind kind, String detail) {
    this(kind, detail, List.of());
  }

  public ProblemException(ProblemKind kind, String detail, List<Violation> violations) {
    super(detail);
    this.kind = kind;
    this.violations = List.copyOf(violations);
  }

  /** A request with the given faults; there is at least one. */
  public static ProblemException invalid(List<Violation> violations) {
    Violation first = violations.get(0);
    String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
    return new ProblemException(ProblemKind.INVALID, first.detail() + more, violations);
  }

  /** A request with one fault at one place. */
  public static ProblemException invalid(String pointer, String detail) {
    return invalid(List.of(new Violation(pointer, detail)));
  }

  /** The thing that was named does not exist. */
  public static ProblemException notFound(String what, Object id) {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no " + what + " " + id);
  }

  public ProblemKind kind() {
    return kind;
  }

  public List<Violation> violations() {
    return violations;
  }
}
