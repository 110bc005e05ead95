package org.pitchwright.model;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Versions;
import org.pitchwright.testing.Visitor;

class ModelsPageIT {
  private static final String NOT_SERVING = "#list tbody tr:not(:has-text('Serving')):has(.status)";

  @Test
  void promotesAnotherVersionWithAReasonAndRollsItBack() {
    Versions.ensureTwo();
    try (Visitor operator = Visitor.signedIn("operator")) {
      operator.open("operations/models.xhtml");
      String before = operator.find(".figure-value").first().innerText();
      Locator other = operator.find(NOT_SERVING).first().locator("a");
      String name = other.innerText();
      other.click();
      operator.find("#detail button:has-text('Promote')").first().click();
      operator.page().click("#promoteNow");
      assertThat(operator.find("#promoteField .ui-message-error")).containsText("Say why");

      operator.page().fill("#promoteReason", "trying it for an hour");
      operator.page().click("#promoteNow");
      assertThat(operator.find(".figure-value").first()).hasText(name);
      assertThat(operator.find("#detail .timeline")).containsText("trying it for an hour");

      operator.find("#detail button:has-text('Roll back')").first().click();
      operator.page().fill("#rollbackReason", "the other one was better");
      operator.page().click("#rollbackNow");
      assertThat(operator.find(".figure-value").first()).hasText(before);
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void showsWhatWasMeasuredBesidePopularityAndWhereTheModelComesFrom() {
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("operations/models.xhtml?version=1");

      assertThat(analyst.find("#detail tbody tr").first()).containsText("NDCG@10");
      assertThat(analyst.find("#detail")).containsText("sha256:");
      analyst.find("#detail a[href*='execution=']").click();
      assertThat(analyst.find("#detail h2")).hasText("Train the recommender");
    }
  }

  @Test
  void showsForWhomTheModelIsGoodAndWhatItsFiguresDoNotSay() {
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("operations/models.xhtml?version=1");

      assertThat(analyst.find("#detail")).containsText("With 95% confidence");
      assertThat(analyst.find("#detail .limits li.OFFLINE")).isVisible();
      assertThat(analyst.find("#detail .groups").first()).containsText("events");
      assertThat(analyst.find("#detail .groups .range-band").first()).isVisible();
      assertThat(analyst.find("#detail .groups").last()).containsText("Chinese");
      assertThat(analyst.find("#detail .bars")).containsText("Go to the top 1% of items");
      assertThat(analyst.find("#detail")).containsText("Lost by 8 bits");
      assertThat(analyst.find("#detail")).containsText("MiB of memory");
      analyst.speak("zh");
      analyst.open("operations/models.xhtml?version=1");
      assertThat(analyst.find("#detail .groups").last()).containsText("中文");
      assertThat(analyst.find("#detail")).containsText("使用须知");
      analyst.speak("en");
      assertThat(analyst.complaints()).isEmpty();
    }
  }
}
