package org.pitchwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/** One's own language, time zone, theme and password. */
@Named
@ViewScoped
public class PreferencesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Accounts accounts;
  @Inject private SignIn signIn;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private String language = "en";
  private String theme = "system";
  private String timeZone = "UTC";
  private @Nullable String present;
  private @Nullable String next;
  private @Nullable String repeated;

  @PostConstruct
  void read() {
    language = person.getLanguage();
    theme = person.getTheme();
    timeZone = person.getZone().getId();
  }

  public Set<String> getZones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds());
  }

  /** Saves language, zone and theme, and shows the page in them. */
  public void save() {
    boolean saved =
        toasts.attempt(
            () -> {
              accounts.prefer(
                  person.getName(), new Accounts.Preferences(language, timeZone, theme));
              accounts.find(person.getName()).ifPresent(person::read);
            });
    if (saved) {
      Faces.getFlash().setKeepMessages(true);
      toasts.done("preferences.saved");
      Faces.redirect(Faces.getRequestURIWithQueryString());
    }
  }

  /** Changes one's password; other sessions end. */
  public void changePassword() {
    String before = present;
    String after = next;
    if (before == null || after == null) {
      return;
    }
    if (!after.equals(repeated)) {
      toasts.warn("first.differ");
      return;
    }
    toasts.attempt(
        () -> {
          accounts.changePassword(person.getName(), before, after);
          signIn.keepAfterPasswordChange(Faces.getRequest());
          toasts.done("preferences.passwordChanged");
        },
        Set.of("present"));
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getTheme() {
    return theme;
  }

  public void setTheme(String theme) {
    this.theme = theme;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public @Nullable String getPresent() {
    return present;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }

  public @Nullable String getNext() {
    return next;
  }

  public void setNext(@Nullable String next) {
    this.next = next;
  }

  public @Nullable String getRepeated() {
    return repeated;
  }

  public void setRepeated(@Nullable String repeated) {
    this.repeated = repeated;
  }
}
