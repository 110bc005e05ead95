package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.sql.DatabaseException;

/**
 * Who calls, by the part of the address space that is called. Deny by default: what is not open to
 * everybody goes no further than here without proof.
 */
@ApplicationScoped
public class PitchwrightAuthentication implements HttpAuthenticationMechanism {
  @Inject private HeaderAuthentication headers;
  @Inject private SessionAuthentication sessions;
  @Inject private Permissions permissions;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.isAuthenticationRequest()) {
      return sessions.signIn(request, context, permissions);
    }
    String path = path(request);
    try {
      return switch (Zone.of(path)) {
        case OPEN -> sessions.open(path, request, response, context, permissions);
        case API -> headers.api(request, response, context, permissions);
        case SERVICES -> headers.services(request, response, context, permissions);
        case PAGES -> sessions.page(path, request, response, context, permissions);
      };
    } catch (ProblemException e) {
      return Refusal.send(request, response, e);
    } catch (DatabaseException e) {
      return Refusal.unavailable(request, response, e);
    }
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    sessions.signOut(request);
    context.cleanClientSubject();
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
