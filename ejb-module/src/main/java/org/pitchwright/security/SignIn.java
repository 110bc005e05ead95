package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pitchwright.problem.ProblemException;

/** Beginning and ending a session, for the sign-in page. */
@ApplicationScoped
public class SignIn {
  @Inject private SecurityContext securityContext;
  @Inject private SessionAuthentication sessions;

  /**
   * Signs a person in: from now on the session proves who calls.
   *
   * @return false if the name or the password is not right, or the name is locked after too many
   *     attempts; which of these it is, is nobody's business
   * @throws ProblemException if too many wrong credentials came from this address
   */
  public boolean signIn(
      HttpServletRequest request, HttpServletResponse response, String name, String password) {
    AuthenticationParameters parameters =
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(name, password));
    return securityContext.authenticate(request, response, parameters)
        == AuthenticationStatus.SUCCESS;
  }

  /** Keeps this session after its person changed the password, which ends all others. */
  public void keepAfterPasswordChange(HttpServletRequest request) {
    String name = request.getUserPrincipal().getName();
    sessions.remember(request.getSession(), name);
  }

  /** Ends the session. */
  public void signOut(HttpServletRequest request) throws ServletException {
    request.logout();
    sessions.signOut(request);
  }
}
