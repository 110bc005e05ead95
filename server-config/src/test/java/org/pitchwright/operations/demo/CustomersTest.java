package org.pitchwright.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomersTest {
  private final List<Map<String, String>> customers = WrittenCompany.usual().customers();

  @Test
  void addressesAndNumbersBelongToNobody() {
    assertThat(customers)
        .allSatisfy(
            customer -> {
              assertThat(customer.get("email")).matches("[a-z.]+[0-9]+@example\\.(com|cn)");
              assertThat(customer.get("phone"))
                  .matches("\\+86100[0-9]{8}|\\+1[0-9]{3}55501[0-9]{2}|\\+447700900[0-9]{3}");
            });
    assertThat(customers).extracting(c -> c.get("email")).doesNotHaveDuplicates();
  }

  @Test
  void namesAreWrittenAsTheirLanguageWritesThem() {
    for (Map<String, String> customer : customers) {
      boolean chinese = customer.get("name").codePoints().allMatch(Character::isIdeographic);

      assertThat(customer.get("language")).isEqualTo(chinese ? "zh" : "en");
      assertThat(ZoneId.getAvailableZoneIds()).contains(customer.get("time_zone"));
    }
  }

  @Test
  void bothLanguagesAreWellRepresented() {
    double zh =
        customers.stream().filter(c -> c.get("language").equals("zh")).count()
            / (double) customers.size();

    assertThat(zh).isBetween(0.5, 0.6);
  }

  @Test
  void everyPurposeOfConsentIsStated() {
    assertThat(customers)
        .allSatisfy(
            customer ->
                assertThat(customer.get("consents"))
                    .matches(
                        "EMAIL_MARKETING:(true|false);SMS_MARKETING:(true|false);"
                            + "PERSONALIZATION:(true|false);ANALYTICS:(true|false)"));
  }
}
