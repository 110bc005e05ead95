package org.pitchwright.recommendation.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Visitor;

class RulesPageIT {
  private final String name = "Rule " + Long.toString(System.nanoTime(), 36);

  @AfterEach
  void removeRules() {
    ApiClient crm = ApiClient.crm();
    crm.get("rules?limit=200")
        .json()
        .get("items")
        .forEach(rule -> crm.delete("rules/" + rule.get("key").asText()));
  }

  private void begin(Visitor marketer, String kind) {
    marketer.open("rules.xhtml");
    marketer.page().click("#create");
    marketer.page().fill("#name", name);
    marketer.page().selectOption("#kind", kind);
    marketer.settle();
    // A place of this test alone, so that no other test sees what the rule does.
    marketer.page().fill("#scenario", "PAGE_TEST");
  }

  private static void chooseItem(Visitor marketer, String words) {
    marketer.page().locator("#itemIds_input").pressSequentially(words);
    marketer.find("#itemIds_panel .ui-autocomplete-item:has-text('" + words + "')").first().click();
    assertThat(marketer.find("#effect .chosen-items li")).hasCount(1);
  }

  private static void save(Visitor marketer) {
    marketer.page().click("#save");
    assertThat(marketer.toast("Rule saved")).isVisible();
  }

  @Test
  void saysWhatRulesAreForWhileThereAreNone() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("rules.xhtml");

      assertThat(marketer.find("#list .empty")).containsText("Put a campaign item at the top");
      marketer.page().click("#first");
      assertThat(marketer.find("#edit h2")).hasText("New rule");
    }
  }

  @Test
  void pinsAnItemAndShowsItAtItsPlace() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer, "PIN");
      chooseItem(marketer, "i-0007");
      marketer.page().fill("#name", "");
      marketer.page().click("#tryNow");
      assertThat(marketer.find("#preview .example-effect")).hasCount(3);
      assertThat(marketer.find("#preview")).containsText("Pinned");
      assertThat(marketer.find("#list .table")).hasCount(0);

      marketer.page().fill("#name", name);
      save(marketer);

      assertThat(marketer.row(name)).containsText("at place 1");
      assertThat(marketer.row(name)).containsText("Active");
      assertThat(marketer.find("#edit h2")).hasText(name);
      assertThat(marketer.page()).hasURL(Pattern.compile(".*rules.xhtml.*"));
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void showsForAChosenCustomerWhatACategoryDoes() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer, "EXCLUDE");
      marketer.page().selectOption("#category", "books");
      assertThat(marketer.find("#effect .chosen-items li")).hasText("books");

      marketer.page().locator("#customer_input").pressSequentially("c-00005");
      marketer.find("#customer_panel .ui-autocomplete-item:has-text('c-00005')").first().click();

      assertThat(marketer.find("#preview .example-effect")).hasCount(1);
      Locator after = marketer.find("#preview .compare > div").last();
      assertThat(after.locator("li")).hasCount(10);
      assertThat(after.locator("li:has-text('books')")).hasCount(0);
      assertThat(marketer.find("#name")).hasValue(name);
      marketer.page().click("#tryLatest");
      assertThat(marketer.find("#preview .example-effect")).hasCount(3);
    }
  }

  @Test
  void saysBesideTheFieldWhatIsWrongAndKeepsTheRest() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer, "BOOST");
      marketer.page().fill("#minimumPrice", "ten");
      marketer.page().click("#save");
      assertThat(marketer.find("#edit .ui-message-error")).containsText("A price must be a number");
      assertThat(marketer.find("#minimumPrice")).hasValue("ten");

      marketer.page().fill("#minimumPrice", "100");
      marketer.page().click("#save");
      assertThat(marketer.find("#edit .ui-message-error")).containsText("currency is needed");
      assertThat(marketer.find("#name")).hasValue(name);

      marketer.page().fill("#currency", "CNY");
      marketer.page().selectOption("#strength", "STRONGLY");
      save(marketer);
      assertThat(marketer.row(name)).containsText("strongly");
    }
  }

  @Test
  void keepsTimesInThePersonsZoneAndSwitchesOff() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer, "CAP");
      marketer.page().fill("#validFrom", "2099-05-01T08:00");
      save(marketer);
      assertThat(marketer.row(name)).containsText("Scheduled");
      assertThat(marketer.row(name)).containsText("At most 2 of each category");

      marketer.open("rules.xhtml");
      marketer.row(name).locator("a").first().click();
      assertThat(marketer.find("#validFrom")).hasValue("2099-05-01T08:00");
      marketer.page().uncheck("#enabled");
      save(marketer);

      assertThat(marketer.row(name)).containsText("Off");
    }
  }

  @Test
  void deletesAfterAsking() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer, "CAP");
      save(marketer);

      marketer.page().click("#remove");
      assertThat(marketer.find(".ui-confirm-dialog")).containsText("stops counting at once");
      marketer.find(".ui-confirm-dialog .ui-confirmdialog-yes").click();

      assertThat(marketer.toast("Rule deleted")).isVisible();
      assertThat(marketer.find("#list .table")).hasCount(0);
    }
  }

  @Test
  void showsAnAnalystWhatARuleDoesButNoWayToChangeIt() {
    ApiClient.crm()
        .put(
            "rules/looked-at",
            ApiClient.object(
                """
                {"name": "Two of each", "kind": "CAP", "maximum": 2, "scenario": "PAGE_TEST",
                 "enabled": true}
                """));
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("rules.xhtml?key=looked-at");

      assertThat(analyst.find("#edit .facts")).containsText("At most 2 of each category");
      assertThat(analyst.find("#preview .example-effect")).hasCount(3);
      List<String> buttons = new ArrayList<>();
      for (String id : List.of("#create", "#save", "#remove", "#tryNow")) {
        if (analyst.find(id).count() > 0) {
          buttons.add(id);
        }
      }
      assertThat(buttons).isEmpty();
    }
  }
}
