package org.pitchwright.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pitchwright.security.Accounts;
import org.pitchwright.security.Permission;
import org.pitchwright.security.Permissions;

/**
 * Who looks at the pages, and how they want them. Before signing in the browser decides about
 * language and theme, afterwards the account does.
 */
@Named
@SessionScoped
public class Person implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Remembers the language beyond the session. */
  static final String LANGUAGE_COOKIE = "pw-language";

  /** Remembers the theme beyond the session; written by the browser. */
  static final String THEME_COOKIE = "pw-theme";

  private static final Set<String> THEMES = Set.of("light", "dark", "system");

  @Inject private HttpServletRequest request;
  @Inject private Permissions permissions;
  @Inject private Accounts accounts;

  private String preferencesOf = "";
  private String displayName = "";
  private String language = "en";
  private String theme = "system";
  private ZoneId zone = ZoneOffset.UTC;

  @PostConstruct
  void askBrowser() {
    language = known(cookie(LANGUAGE_COOKIE).orElseGet(() -> request.getLocale().getLanguage()));
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

  private static String known(String language) {
    return language.equals("zh") ? "zh" : "en";
  }

  /** Takes the preferences over from the account, once after signing in. */
  private void follow() {
    String name = permissions.getName();
    if (!name.equals(preferencesOf)) {
      preferencesOf = name;
      accounts.find(name).ifPresent(this::read);
    }
  }

  /** Takes the preferences over from an account. */
  public void read(Accounts.Account account) {
    displayName = account.displayName();
    language = known(account.preferences().language());
    theme = account.preferences().theme();
    zone = ZoneId.of(account.preferences().timeZone());
  }

  /** The name that the person signs in with; empty before. */
  public String getName() {
    return permissions.getName();
  }

  public boolean isSignedIn() {
    return permissions.isSignedIn();
  }

  /** The name that others see. */
  public String getDisplayName() {
    follow();
    return displayName;
  }

  /** One or two letters that stand for the person. */
  public String getInitials() {
    String name = getDisplayName().strip();
    if (name.isEmpty()) {
      return "?";
    }
    String initial = letter(name, 0);
    int space = name.lastIndexOf(' ');
    return space < 0 ? initial : initial + letter(name, space + 1);
  }

  private static String letter(String name, int index) {
    return Character.toString(Character.toUpperCase(name.codePointAt(index)));
  }

  public String getLanguage() {
    follow();
    return language;
  }

  /** Language with the region that decides how numbers and dates are written. */
  public Locale getLocale() {
    return getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
  }

  /** {@code light}, {@code dark} or {@code system}. */
  public String getTheme() {
    follow();
    return theme;
  }

  public ZoneId getZone() {
    follow();
    return zone;
  }

  /** Keeps another language, in the account if there is one. */
  public void speak(String wanted) {
    follow();
    language = known(wanted);
    keep();
  }

  /** Keeps another theme, in the account if there is one. */
  public void wear(String wanted) {
    follow();
    theme = THEMES.contains(wanted) ? wanted : "system";
    keep();
  }

  private void keep() {
    if (isSignedIn()) {
      accounts.prefer(getName(), new Accounts.Preferences(language, zone.getId(), theme));
    }
  }

  /** Whether the person holds a scope such as {@code catalog:write}. */
  public boolean may(String scope) {
    return permissions.may(scope);
  }

  /** Refuses what the person may not do. */
  public void require(String scope) {
    permissions.require(Permission.parse(scope));
  }
}
