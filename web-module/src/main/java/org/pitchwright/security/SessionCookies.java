package org.pitchwright.security;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * Session cookies that scripts cannot read and other sites cannot use; never an id in an address.
 */
@WebListener
public class SessionCookies implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookies = event.getServletContext().getSessionCookieConfig();
    cookies.setHttpOnly(true);
    cookies.setAttribute("SameSite", "Lax");
    event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
  }
}
