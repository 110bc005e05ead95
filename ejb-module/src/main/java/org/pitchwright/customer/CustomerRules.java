package org.pitchwright.customer;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.ItemRules;
import org.pitchwright.problem.Violation;

/** What makes a customer's profile acceptable, for REST, SOAP, pages and imports alike. */
public final class CustomerRules {
  private static final int MAX_TEXT = 300;
  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  // Deliberately loose: only a delivery proves an address (RFC 5321 allows far more than people
  // use).
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9()./ \\-]{3,40}");

  private CustomerRules() {}

  /**
   * Everything that is wrong with the profile; empty if it is acceptable.
   *
   * @param latest the latest time at which a consent may have been stated
   */
  public static List<Violation> check(CustomerData data, OffsetDateTime latest) {
    List<Violation> found = new ArrayList<>();
    text(found, "name", data.name());
    text(found, "email", data.email());
    text(found, "phone", data.phone());
    if (data.email() != null && !EMAIL.matcher(data.email()).matches()) {
      found.add(new Violation("/email", "email must have the form name@domain"));
    }
    if (data.phone() != null && !PHONE.matcher(data.phone()).matches()) {
      found.add(new Violation("/phone", "phone must be digits, optionally with + ( ) . / - "));
    }
    if (data.language() != null && !ItemRules.isLanguage(data.language())) {
      found.add(new Violation("/language", "language must be a BCP 47 tag such as zh or en-GB"));
    }
    if (data.timeZone() != null && !isTimeZone(data.timeZone())) {
      found.add(new Violation("/timeZone", "timeZone must be an IANA name such as Asia/Shanghai"));
    }
    for (int i = 0; i < data.consents().size(); i++) {
      Consent consent = data.consents().get(i);
      text(found, "consents/" + i + "/source", consent.source());
      if (consent.at().isAfter(latest)) {
        found.add(new Violation("/consents/" + i + "/at", "at must not lie in the future"));
      }
      if (consent.at().isBefore(EARLIEST)) {
        found.add(new Violation("/consents/" + i + "/at", "at must not lie before the year 1900"));
      }
    }
    return found;
  }

  private static void text(List<Violation> found, String member, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.length() > MAX_TEXT) {
      found.add(
          new Violation("/" + member, member + " must have at most " + MAX_TEXT + " characters"));
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      found.add(new Violation("/" + member, member + " must not contain control characters"));
    }
  }

  private static boolean isTimeZone(String name) {
    try {
      ZoneId.of(name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
