package org.pitchwright.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: back to the page they asked for, never to another site. */
public final class ReturnAddress {
  /** The parameter of the sign-in page that carries the address. */
  public static final String PARAMETER = "returnTo";

  /** The parameter that says that a session has ended under somebody's hands. */
  public static final String EXPIRED = "expired";

  private static final String HOME = "/";

  private ReturnAddress() {}

  /** The address if it is one of this site's pages, otherwise the home page. */
  public static String safe(@Nullable String address) {
    if (address == null
        || !address.startsWith("/")
        || address.startsWith("//")
        || address.startsWith(Zone.SIGN_IN_PAGE)
        || address.startsWith(Zone.FIRST_RUN_PAGE)) {
      return HOME;
    }
    boolean odd = address.chars().anyMatch(c -> c == '\\' || c < ' ' || c == 127);
    return odd ? HOME : address;
  }

  /** The sign-in page, with the way back to this address. */
  static String signInPage(String contextPath, String address) {
    String safe = safe(address);
    String page = contextPath + Zone.SIGN_IN_PAGE;
    return safe.equals(HOME)
        ? page
        : page + "?" + PARAMETER + "=" + URLEncoder.encode(safe, StandardCharsets.UTF_8);
  }

  /** The sign-in page after a session has ended at work, with the way back to the page. */
  static String signInAgainPage(String contextPath, String address) {
    String page = signInPage(contextPath, address);
    return page + (page.contains("?") ? "&" : "?") + EXPIRED + "=true";
  }
}
