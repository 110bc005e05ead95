package org.pitchwright.recommendation.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Visitor;

/** The page of list policies, at places that no other test asks for. */
class ListPolicyPageIT {
  private final String place = ApiClient.key("PAGE_MIX");

  @AfterEach
  void takeThePolicyAway() {
    ApiClient.crm().delete("list-policies/" + place);
  }

  private void begin(Visitor marketer) {
    marketer.open("list-policy.xhtml");
    marketer.page().click("#create");
    marketer.page().fill("#scenario", place);
  }

  private static void set(Visitor marketer, String field, String percent) {
    marketer.page().fill("#" + field, percent);
    marketer.page().locator("#" + field).blur();
    marketer.settle();
  }

  @Test
  void setsAPlaceAfterSeeingWhatItCosts() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer);
      set(marketer, "diversity", "50");
      assertThat(marketer.find("#settings")).containsText("about 4 times as far down");
      set(marketer, "exploration", "10");
      assertThat(marketer.find("#settings")).containsText("Of 10 places, 1.0 on average");

      marketer.page().click("#measure");
      assertThat(marketer.find("#price .verdicts li")).hasCount(4);
      assertThat(marketer.find("#price")).containsText("more different items");
      assertThat(marketer.find("#price tbody tr")).hasCount(7);
      assertThat(marketer.find("#examples .example-effect")).hasCount(3);
      assertThat(marketer.find("#diversity")).hasValue("50");

      marketer.page().click("#save");
      assertThat(marketer.toast("Saved")).isVisible();
      assertThat(marketer.row(place)).containsText("variety 50%");
      assertThat(marketer.row(place)).containsText("10% of the places");
      assertThat(marketer.find("#edit h2")).hasText(place);
      assertThat(marketer.page()).hasURL(Pattern.compile(".*list-policy.xhtml.*"));
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void theSliderMovesTheNumberAndSaysWhatItMeans() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer);

      marketer.page().locator("#calibrationSlider .ui-slider-handle").focus();
      for (int i = 0; i < 20; i++) {
        marketer.page().keyboard().press("ArrowRight");
      }

      assertThat(marketer.find("#calibration")).hasValue("100");
      assertThat(marketer.find("#settings")).containsText("Keeps strongly to the categories");
    }
  }

  @Test
  void showsForAChosenCustomerWhatChanges() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer);
      set(marketer, "diversity", "100");

      marketer.page().locator("#customer_input").pressSequentially("c-00005");
      marketer.find("#customer_panel .ui-autocomplete-item:has-text('c-00005')").first().click();

      assertThat(marketer.find("#examples .example-effect")).hasCount(1);
      assertThat(marketer.find("#examples .compare > div").last().locator("li")).hasCount(10);
      marketer.page().click("#tryLatest");
      assertThat(marketer.find("#examples .example-effect")).hasCount(3);
    }
  }

  @Test
  void saysBesideTheFieldWhatIsWrongAndKeepsTheRest() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      begin(marketer);
      set(marketer, "calibration", "30");
      set(marketer, "exploration", "70");
      assertThat(marketer.find("#edit .ui-message-error")).containsText("from 0 to 50, not 70");

      marketer.page().click("#save");
      assertThat(marketer.find("#edit .ui-message-error")).containsText("from 0 to 50, not 70");
      assertThat(marketer.find("#exploration")).hasValue("70");
      assertThat(marketer.find("#calibration")).hasValue("30");
    }
  }

  @Test
  void takesASettingAwayAndSpeaksChinese() {
    ApiClient.crm()
        .put(
            "list-policies/" + place,
            ApiClient.object("{\"diversity\": 0.3, \"exploration\": 0.1}"));
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("list-policy.xhtml?scenario=" + place);
      assertThat(marketer.find("#diversity")).hasValue("30");

      marketer.speak("zh");
      assertThat(marketer.row(place)).containsText("多样 30%");
      marketer.speak("en");
      marketer.open("list-policy.xhtml?scenario=" + place);
      marketer.page().click("#remove");
      marketer.page().click(".ui-confirmdialog-yes");
      assertThat(marketer.toast("Taken away")).isVisible();
      assertThat(marketer.find("#list")).not().containsText(place);
    }
  }

  @Test
  void showsAnAnalystWhatIsSetButNoWayToChangeIt() {
    ApiClient.crm().put("list-policies/" + place, ApiClient.object("{\"diversity\": 0.5}"));
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("list-policy.xhtml?scenario=" + place);

      assertThat(analyst.find("#edit .facts")).containsText("about 4 times as far down");
      for (String id : List.of("#create", "#save", "#remove", "#measure")) {
        assertThat(analyst.find(id).count()).as(id).isZero();
      }
    }
  }
}
