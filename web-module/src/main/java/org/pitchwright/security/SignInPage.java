package org.pitchwright.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.ProblemException;

/** Signing in by name and password, and out again. */
@Named
@RequestScoped
public class SignInPage {
  @Inject private SignIn signIn;
  @Inject private Toasts toasts;

  private @Nullable String name;
  private @Nullable String password;
  private @Nullable String returnTo;
  private boolean expired;

  /** Signs the person in and opens the page that was asked for. */
  public void enter() {
    if (name == null || password == null) {
      return;
    }
    try {
      if (signIn.signIn(Faces.getRequest(), Faces.getResponse(), name, password)) {
        Faces.redirect(Faces.getRequestContextPath() + ReturnAddress.safe(returnTo));
      } else {
        toasts.warn("login.refused");
      }
    } catch (ProblemException problem) {
      toasts.refused(problem);
    }
  }

  /** Ends the session. */
  public void leave() throws ServletException {
    signIn.signOut(Faces.getRequest());
    Faces.redirect(Faces.getRequestContextPath() + "/login.xhtml");
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  /** Whether the person was at work when the session ended. */
  public boolean isExpired() {
    return expired;
  }

  public void setExpired(boolean expired) {
    this.expired = expired;
  }

  /** The address that was asked for before signing in. */
  public @Nullable String getReturnTo() {
    return returnTo;
  }

  public void setReturnTo(@Nullable String returnTo) {
    this.returnTo = returnTo;
  }
}
