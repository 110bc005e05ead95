package org.pitchwright.security;

import java.util.Set;

/** The parts of the address space, each with its own way to prove who calls. */
enum Zone {
  /** For everybody: signing in, the look of the pages, health, metrics, the API's description. */
  OPEN,
  /** REST: a bearer token or a person's name and password, with every request. */
  API,
  /** SOAP: a client's name and secret, or a WS-Security header inside the message. */
  SERVICES,
  /** Everything else: a session that began by signing in. */
  PAGES;

  static final String SIGN_IN_PAGE = "/login.xhtml";
  static final String FIRST_RUN_PAGE = "/first-run.xhtml";
  static final String TOKEN_ENDPOINT = "/api/v1/oauth/token";

  private static final Set<String> OPEN_PATHS =
      Set.of(
          SIGN_IN_PAGE,
          FIRST_RUN_PAGE,
          TOKEN_ENDPOINT,
          "/health",
          "/metrics",
          "/openapi",
          "/favicon.ico",
          "/robots.txt");
  private static final Set<String> OPEN_FOLDERS =
      Set.of("/jakarta.faces.resource/", "/resources/", "/health/", "/metrics/", "/openapi/");

  /**
   * The zone of a path.
   *
   * @param path decoded and normalised by the container, from the context root on
   */
  static Zone of(String path) {
    if (OPEN_PATHS.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith)) {
      return OPEN;
    }
    if (path.equals("/api") || path.startsWith("/api/")) {
      return API;
    }
    return path.equals("/services") || path.startsWith("/services/") ? SERVICES : PAGES;
  }
}
