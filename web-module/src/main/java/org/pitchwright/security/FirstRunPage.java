package org.pitchwright.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/** Creates the first administrator of a new installation, and signs them in. */
@Named
@RequestScoped
public class FirstRunPage {
  @Inject private FirstRun firstRun;
  @Inject private SignIn signIn;
  @Inject private Accounts accounts;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable String name;
  private @Nullable String displayName;
  private @Nullable String password;
  private @Nullable String repeated;
  private @Nullable String zone;

  /** Creates the administrator. */
  public void create() {
    String who = name;
    String shown = displayName;
    String secret = password;
    if (who == null || shown == null || secret == null) {
      return;
    }
    if (!secret.equals(repeated)) {
      toasts.warn("first.differ");
    } else if (toasts.attempt(() -> firstRun.createAdministrator(who, shown, secret))
        && toasts.attempt(() -> accounts.prefer(who, preferences()))
        && signIn.signIn(Faces.getRequest(), Faces.getResponse(), who, secret)) {
      Faces.redirect(Faces.getRequestContextPath() + "/index.xhtml");
    }
  }

  private Accounts.Preferences preferences() {
    return new Accounts.Preferences(person.getLanguage(), knownZone(), person.getTheme());
  }

  /** The zone that the browser told, if it is one. */
  private String knownZone() {
    try {
      return zone == null ? "UTC" : ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      return "UTC"; // The browser's word is a courtesy; the person can set the zone later.
    }
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public @Nullable String getRepeated() {
    return repeated;
  }

  public void setRepeated(@Nullable String repeated) {
    this.repeated = repeated;
  }

  public @Nullable String getZone() {
    return zone;
  }

  public void setZone(@Nullable String zone) {
    this.zone = zone;
  }
}
