package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What an error page may tell: never the fault itself, but the number to find it in the log. */
@Named("error")
@RequestScoped
public class ErrorReport {
  @Inject private HttpServletRequest request;

  /** The number under which the fault was logged; null if there was no fault of ours. */
  public @Nullable String getReference() {
    Object logged = request.getAttribute("org.omnifaces.exception_uuid");
    return logged == null ? null : logged.toString();
  }

  /** The address that was asked for. */
  public String getAddress() {
    Object address = request.getAttribute("jakarta.servlet.error.request_uri");
    return address == null ? request.getRequestURI() : address.toString();
  }
}
