package org.pitchwright.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Opens a page of the navigation only to those who hold its scope. */
@WebFilter("*.xhtml")
public class PageAccess extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private Person person;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> missing =
        PageLink.at(request.getServletPath())
            .map(PageLink::getScope)
            .filter(scope -> !person.may(scope));
    if (missing.isPresent()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }
}
