package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.security.Directory.Entry;

/** Proof by signing in once, remembered in the session; for pages alone. */
@ApplicationScoped
public class SessionAuthentication {
  private static final String ATTRIBUTE = SessionAuthentication.class.getName();

  @Inject private IdentityStoreHandler identityStores;
  @Inject private Directory directory;
  @Inject private FirstRun firstRun;

  /**
   * What a session remembers: who signed in, and a stamp of the password with which, so that a
   * changed password ends all other sessions.
   */
  private record SignedIn(String name, String stamp) implements Serializable {}

  /** Judges the credential that the sign-in page hands over. */
  AuthenticationStatus signIn(
      HttpServletRequest request, HttpMessageContext context, Permissions permissions) {
    Credential credential = context.getAuthParameters().getCredential();
    CredentialValidationResult result = identityStores.validate(credential);
    if (result.getStatus() != CredentialValidationResult.Status.VALID
        || !(result.getCallerPrincipal() instanceof Caller caller)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    request.getSession(true);
    request.changeSessionId();
    remember(request.getSession(), caller.getName());
    permissions.callerIs(caller);
    return context.notifyContainerAboutLogin(caller, caller.groups());
  }

  /** Writes down that this person signed in, with the password as it is now. */
  void remember(HttpSession session, String name) {
    directory
        .find(Caller.Kind.PERSON, name)
        .ifPresent(entry -> session.setAttribute(ATTRIBUTE, new SignedIn(name, stamp(entry))));
  }

  /** A page for everybody, who may nevertheless have signed in. */
  AuthenticationStatus open(
      String path,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      Permissions permissions) {
    if (!path.endsWith(".xhtml") || path.startsWith("/jakarta.faces.resource/")) {
      return context.doNothing();
    }
    boolean firstRunPage = path.equals(Zone.FIRST_RUN_PAGE);
    if (firstRunPage != firstRun.needed()) {
      String right = firstRunPage ? Zone.SIGN_IN_PAGE : Zone.FIRST_RUN_PAGE;
      return redirect(request, response, request.getContextPath() + right);
    }
    Caller caller = signedIn(request);
    return caller == null ? context.doNothing() : proven(caller, context, permissions);
  }

  /** A page for those who signed in; all others go to the sign-in page. */
  AuthenticationStatus page(
      String path,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      Permissions permissions) {
    Caller caller = signedIn(request);
    if (caller != null) {
      return proven(caller, context, permissions);
    }
    if (firstRun.needed()) {
      return redirect(request, response, request.getContextPath() + Zone.FIRST_RUN_PAGE);
    }
    String query = request.getQueryString();
    String address = query == null ? path : path + "?" + query;
    // Only a page that was open can be posted: its session has ended meanwhile.
    boolean opens = "GET".equals(request.getMethod()) && !isPartial(request);
    String root = request.getContextPath();
    return redirect(
        request,
        response,
        opens
            ? ReturnAddress.signInPage(root, address)
            : ReturnAddress.signInAgainPage(root, address));
  }

  /** Ends the session, if there is one. */
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private @Nullable Caller signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn)) {
      return null;
    }
    Optional<Entry> entry = directory.find(Caller.Kind.PERSON, signedIn.name());
    return entry
        .filter(Entry::active)
        .filter(known -> stamp(known).equals(signedIn.stamp()))
        .map(Entry::caller)
        .orElse(null);
  }

  private static AuthenticationStatus proven(
      Caller caller, HttpMessageContext context, Permissions permissions) {
    permissions.callerIs(caller);
    return context.notifyContainerAboutLogin(caller, caller.groups());
  }

  private static String stamp(Entry entry) {
    byte[] digest = AttemptLimit.digest(entry.secretHash());
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private static boolean isPartial(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  private static AuthenticationStatus redirect(
      HttpServletRequest request, HttpServletResponse response, String address) {
    try {
      response.setHeader("Cache-Control", "no-store");
      if (isPartial(request)) {
        response.setContentType("text/xml;charset=UTF-8");
        String body =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                + "\"></redirect></partial-response>";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      } else {
        // Relative, as a proxy in front may speak another scheme and host than we see.
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The caller went away", e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
