package org.pitchwright.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** What every reply tells browsers and proxies. Pages get their content policy from PrimeFaces. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
  private static final String POLICY = "Content-Security-Policy";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse reply = (HttpServletResponse) response;
    ReplyHeaders.always(http, reply);
    String path = http.getServletPath();
    if (path.startsWith("/api") || path.startsWith("/services")) {
      ReplyHeaders.forSystems(reply);
    } else {
      reply.setHeader("X-Frame-Options", "DENY");
      if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
        reply.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, new OnePolicy(reply));
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /**
   * Keeps the last content policy alone: a page that fails and the error page in its place bring
   * one each, and two together would allow the scripts of neither.
   */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(POLICY)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
