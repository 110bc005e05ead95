package org.pitchwright.recommendation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class RecommendPageIT {
  private static void choose(Visitor visitor, String field, String words) {
    visitor.page().locator("#" + field + "_input").pressSequentially(words);
    visitor
        .find("#" + field + "_panel .ui-autocomplete-item:has-text('" + words + "')")
        .first()
        .click();
  }

  @Test
  void recommendsToAChosenCustomerAndSaysWhy() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("recommend.xhtml");
      assertThat(marketer.find("#answer .status")).hasText("By popularity");

      choose(marketer, "customer", "c-00005");

      assertThat(marketer.find("#answer .status")).hasText("Personal");
      assertThat(marketer.find("#answer .pick")).hasCount(10);
      assertThat(marketer.find("#answer .pick-why").first()).containsText("Goes with");
      assertThat(marketer.find("#who")).containsText("Open profile");
    }
  }

  @Test
  void recommendsFromAMadeUpHistory() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("recommend.xhtml");
      choose(marketer, "item", "i-0001");

      assertThat(marketer.find("#recent li")).hasCount(1);
      assertThat(marketer.find("#answer .status")).hasText("Personal");

      marketer.find("#recent li a").click();
      assertThat(marketer.find("#recent li")).hasCount(0);
      assertThat(marketer.find("#answer .status")).hasText("By popularity");
    }
  }

  @Test
  void narrowsTheAnswer() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("recommend.xhtml?customer=c-00005");
      marketer.page().selectOption("#category", "books");
      assertThat(marketer.find("#answer .pick .small:has-text('books')")).hasCount(10);
      marketer.page().selectOption("#limit", "5");
      assertThat(marketer.find("#answer .pick")).hasCount(5);
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void leadsFromHomeToTheCustomerBehindARecommendation() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      assertThat(marketer.find(".example").first()).isVisible();
      String name = marketer.find(".example-head a").first().innerText();
      marketer.find(".example-head a").first().click();

      assertThat(marketer.find("#detail h2")).hasText(name);
    }
  }
}
