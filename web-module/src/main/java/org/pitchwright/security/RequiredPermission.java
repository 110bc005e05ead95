package org.pitchwright.security;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/**
 * The permission that an operation of REST or SOAP asks for by {@link Requires}. One that asks for
 * none is refused to everybody.
 */
public record RequiredPermission(@Nullable Permission needed) {
  /** What a method asks for, or its type where the method says nothing. */
  public static RequiredPermission of(Method method, Class<?> type) {
    Requires requires = method.getAnnotation(Requires.class);
    if (requires == null) {
      requires = type.getAnnotation(Requires.class);
    }
    return new RequiredPermission(requires == null ? null : Permission.parse(requires.value()));
  }

  /**
   * Lets the caller pass, or not.
   *
   * @throws ProblemException if it is not proven who calls, or the caller lacks the permission
   */
  public void check(Permissions permissions) {
    if (needed == null) {
      throw new ProblemException(ProblemKind.FORBIDDEN, "Nobody may do this");
    }
    permissions.require(needed);
  }
}
