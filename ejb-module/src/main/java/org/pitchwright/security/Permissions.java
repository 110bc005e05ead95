package org.pitchwright.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/**
 * What the caller of the present request may do; on pages {@code
 * #{permissions.may('operations:write')}}.
 */
@Named("permissions")
@RequestScoped
public class Permissions {
  private @Nullable Caller caller;

  /** Says who calls, once that was proven. */
  public void callerIs(Caller proven) {
    caller = proven;
  }

  /** Who calls, if that was proven. */
  public Optional<Caller> caller() {
    return Optional.ofNullable(caller);
  }

  /** The caller's name; empty while nobody has signed in. */
  public String getName() {
    return caller == null ? "" : caller.getName();
  }

  public boolean isSignedIn() {
    return caller != null;
  }

  /**
   * Whether the caller may do this.
   *
   * @param scope for example {@code catalog:write}
   * @throws IllegalArgumentException if there is no such scope
   */
  public boolean may(String scope) {
    return may(Permission.parse(scope));
  }

  /** Whether the caller may do this. */
  public boolean may(Permission permission) {
    return caller != null && caller.may(permission);
  }

  /**
   * Who calls.
   *
   * @throws ProblemException if that was not proven, or the caller may not do this
   */
  public Caller require(Permission permission) {
    if (caller == null) {
      throw new ProblemException(
          ProblemKind.UNAUTHENTICATED, "Sign in, or send an Authorization header");
    }
    if (!caller.may(permission)) {
      throw new ProblemException(
          ProblemKind.FORBIDDEN, caller.getName() + " lacks the permission " + permission);
    }
    return caller;
  }
}
