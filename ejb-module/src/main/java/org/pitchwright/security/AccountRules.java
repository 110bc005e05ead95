package org.pitchwright.security;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/** What makes an account acceptable. */
final class AccountRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int MAX_DISPLAY_NAME = 200;
  private static final Set<String> LANGUAGES = Set.of("en", "zh");
  private static final Set<String> THEMES = Set.of("system", "light", "dark");

  private AccountRules() {}

  static void check(String name, String displayName, Set<Role> roles) {
    List<Violation> found = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      found.add(
          new Violation(
              "/name",
              "The name must begin with a letter or digit and hold at most 100 of the characters"
                  + " a-z, 0-9, '.', '_', '@' and '-'"));
    }
    checkDisplayName(found, displayName);
    if (roles.isEmpty()) {
      found.add(new Violation("/roles", "Choose at least one role"));
    }
    if (roles.contains(Role.API)) {
      found.add(new Violation("/roles", "The role API is for systems, not for people"));
    }
    refuse(found);
  }

  static void checkClient(String clientId, String displayName) {
    List<Violation> found = new ArrayList<>();
    if (!CLIENT_ID.matcher(clientId).matches()) {
      found.add(
          new Violation(
              "/clientId",
              "The client id must begin with a letter or digit and hold at most 100 of the"
                  + " characters A-Z, a-z, 0-9, '.', '_' and '-'"));
    }
    checkDisplayName(found, displayName);
    refuse(found);
  }

  static void checkPreferences(Accounts.Preferences preferences) {
    List<Violation> found = new ArrayList<>();
    if (!LANGUAGES.contains(preferences.language())) {
      found.add(new Violation("/language", "The language must be en or zh"));
    }
    if (!THEMES.contains(preferences.theme())) {
      found.add(new Violation("/theme", "The theme must be system, light or dark"));
    }
    try {
      ZoneId.of(preferences.timeZone());
    } catch (DateTimeException e) {
      found.add(
          new Violation("/timeZone", "The time zone must be an IANA name such as Asia/Shanghai"));
    }
    refuse(found);
  }

  private static void checkDisplayName(List<Violation> found, String displayName) {
    if (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME) {
      found.add(
          new Violation(
              "/displayName",
              "The display name must have 1 to " + MAX_DISPLAY_NAME + " characters"));
    }
  }

  private static void refuse(List<Violation> found) {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
