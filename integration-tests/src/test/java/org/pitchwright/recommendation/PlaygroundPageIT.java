package org.pitchwright.recommendation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Visitor;

class PlaygroundPageIT {
  private static void choose(Visitor visitor, String field, String words) {
    visitor.page().locator("#" + field + "_input").pressSequentially(words);
    visitor
        .find("#" + field + "_panel .ui-autocomplete-item:has-text('" + words + "')")
        .first()
        .click();
  }

  private static double number(Locator value) {
    return Double.parseDouble(value.innerText().replace("−", "-").replace("+", ""));
  }

  @Test
  void showsPartByPartWhatComesOfAMadeUpHistory() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("playground.xhtml");
      assertThat(marketer.find("#answer .card-head .status").first()).hasText("By popularity");

      choose(marketer, "item", "i-0001");
      assertThat(marketer.find("#steps li")).hasCount(1);
      assertThat(marketer.find("#answer .card-head .status").first()).hasText("From this history");
      choose(marketer, "item", "i-0012");
      assertThat(marketer.find("#steps li")).hasCount(2);
      assertThat(marketer.find("#answer .pick")).hasCount(10);

      Locator first = marketer.find("#answer .pick").first();
      assertThat(first.locator(".pick-why")).containsText("Goes with");
      double sum = 0;
      for (Locator part : first.locator(".part:not(.sum) .part-value").all()) {
        sum += number(part);
      }
      assertThat(sum).isCloseTo(number(first.locator(".sum .part-value")), within(.05));
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void reordersChangesAndRemovesSteps() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("playground.xhtml");
      choose(marketer, "item", "i-0001");
      assertThat(marketer.find("#steps li")).hasCount(1);
      choose(marketer, "item", "i-0012");
      assertThat(marketer.find("#steps li")).hasCount(2);
      String last = marketer.find("#steps .step-title").last().innerText();

      marketer.find("#steps li").last().locator(".pi-arrow-up").click();
      assertThat(marketer.find("#steps .step-title").first()).hasText(last);

      marketer.find("#steps li").first().locator("select").selectOption("DISMISS");
      marketer.find("#steps li").last().locator("select").selectOption("DISMISS");
      Locator status = marketer.find("#answer .card-head .status").first();
      assertThat(status).hasText("By popularity");
      marketer.find("#steps li").first().locator("select").selectOption("PURCHASE");
      assertThat(status).hasText("From this history");

      marketer.find("#steps li").last().locator(".pi-times").click();
      assertThat(marketer.find("#steps li")).hasCount(1);
      assertThat(marketer.find("#steps .step-title")).hasText(last);
      marketer.page().selectOption("#limit", "5");
      assertThat(marketer.find("#answer .pick")).hasCount(5);
      marketer.page().click("#clear");
      assertThat(marketer.find("#steps li")).hasCount(0);
      assertThat(marketer.find("#answer .card-head .status").first()).hasText("By popularity");
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void startsWithTheHistoryOfACustomer() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("playground.xhtml");
      choose(marketer, "customer", "c-00005");

      assertThat(marketer.find("#answer .card-head .status").first()).hasText("From this history");
      assertThat(marketer.find("#steps li").first()).isVisible();
      assertThat(marketer.find("#steps .chip")).hasText("Started with c-00005");
      assertThat(marketer.find("#steps li").first().locator("select option")).hasCount(5);
    }
  }

  @Test
  void showsWhatARuleDoesAndWhichOne() {
    ApiClient crm = ApiClient.crm();
    String rule = "playground-page-" + Long.toString(System.nanoTime(), 36);
    crm.put(
        "rules/" + rule,
        ApiClient.object(
            """
            {"name": "Opening offer", "kind": "PIN", "scenario": "HOME", "itemIds": ["i-0007"],
             "position": 1, "enabled": true}
            """));
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("playground.xhtml");
      choose(marketer, "item", "i-0001");

      Locator after = marketer.find("#answer .compare > div").last();
      assertThat(after.locator("li").first()).containsText("Opening offer");
      assertThat(after.locator("li").first()).containsText("Pinned");
    } finally {
      crm.delete("rules/" + rule);
    }
  }

  @Test
  void speaksChinese() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.speak("zh");
      marketer.open("playground.xhtml");
      choose(marketer, "item", "i-0001");

      assertThat(marketer.find("h1")).hasText("试验场");
      assertThat(marketer.find("#answer .card-head .status").first()).hasText("根据这段历史");
      assertThat(marketer.find("#answer .part.SEQUENCE dt").first()).hasText("行为的先后");
      assertThat(marketer.find("#answer .pick-why").first()).hasText(Pattern.compile(".*相配.*"));
      marketer.speak("en");
    }
  }
}
