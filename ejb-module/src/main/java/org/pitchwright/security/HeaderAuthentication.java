package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Proof in the Authorization header, with every request; cookies prove nothing here. */
@ApplicationScoped
public class HeaderAuthentication {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  @Inject private Tokens tokens;
  @Inject private Credentials credentials;

  AuthenticationStatus api(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      Permissions permissions) {
    String header = request.getHeader(AUTHORIZATION);
    if (header == null) {
      return Refusal.unauthenticated(request, response, false);
    }
    boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    Optional<Caller> caller =
        bearer
            ? tokens.verify(header.substring(BEARER.length()).strip())
            : BasicCredentials.parse(header)
                .flatMap(
                    basic ->
                        credentials.person(basic.name(), basic.secret(), request.getRemoteAddr()));
    return caller.isPresent()
        ? proven(caller.get(), context, permissions)
        : Refusal.unauthenticated(request, response, bearer);
  }

  /** Without a header, the message itself is to prove who sent it, or is refused there. */
  AuthenticationStatus services(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      Permissions permissions) {
    String header = request.getHeader(AUTHORIZATION);
    if (header == null) {
      return context.doNothing();
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return api(request, response, context, permissions);
    }
    String address = request.getRemoteAddr();
    Optional<BasicCredentials> basic = BasicCredentials.parse(header);
    Optional<Caller> caller =
        basic.flatMap(client -> credentials.soapClient(client.name(), client.secret(), address));
    return caller.isPresent()
        ? proven(caller.get(), context, permissions)
        : Refusal.unauthenticated(request, response, false);
  }

  private static AuthenticationStatus proven(
      Caller caller, HttpMessageContext context, Permissions permissions) {
    permissions.callerIs(caller);
    return context.notifyContainerAboutLogin(caller, caller.groups());
  }
}
