package org.pitchwright.recommendation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Versions;
import org.pitchwright.testing.Visitor;

class ComparePageIT {
  @BeforeAll
  static void twoVersions() {
    Versions.ensureTwo();
  }

  private static void choose(Visitor visitor, String field, String words) {
    visitor.page().locator("#" + field + "_input").pressSequentially(words);
    visitor
        .find("#" + field + "_panel .ui-autocomplete-item:has-text('" + words + "')")
        .first()
        .click();
  }

  @Test
  void showsBothListsAfterTheSameHistoryAndWhatBecameOfEachItem() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("compare.xhtml");
      choose(marketer, "customer", "c-00005");
      assertThat(marketer.find("#answer .figure-note").first()).hasText("After this history");

      Locator first = marketer.find("#answer .compare > div").first();
      Locator second = marketer.find("#answer .compare > div").last();
      assertThat(first.locator("li")).hasCount(10);
      assertThat(second.locator("li")).hasCount(10);
      int gone = first.locator("li.LEFT").count();
      assertThat(second.locator("li.ENTERED")).hasCount(gone);
      assertThat(marketer.find("#answer .figure-value").first()).hasText((10 - gone) + " of 10");
      assertThat(marketer.find("#answer tbody tr").first()).containsText("NDCG@10");
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void comparesOverTheCustomersWhoWereSeenLast() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("compare.xhtml");
      marketer.page().click("#sampleNow");

      assertThat(marketer.find("#answer .figure").last())
          .containsText(Pattern.compile("\\d+\\.\\d of 10"));
      assertThat(marketer.find("#answer .figure").last()).containsText("customers who were seen");
    }
  }

  @Test
  void refusesToCompareAVersionWithItself() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("compare.xhtml");
      String first = marketer.find("#first").inputValue();
      marketer.page().selectOption("#second", first);

      assertThat(marketer.toast("two different versions")).isVisible();
      assertThat(marketer.find("#answer .compare")).hasCount(0);
    }
  }

  @Test
  void speaksChinese() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.speak("zh");
      marketer.open("compare.xhtml");

      assertThat(marketer.find("h1")).hasText("模型对比");
      assertThat(marketer.find("#answer .figure-label").first()).containsText("两个列表都有");
      marketer.page().click("#sampleNow");
      assertThat(marketer.find("#answer .figure").last()).containsText("最近出现的");
      marketer.speak("en");
    }
  }
}
