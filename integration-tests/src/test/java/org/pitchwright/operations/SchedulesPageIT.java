package org.pitchwright.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class SchedulesPageIT {
  private static final String JOB = "Evaluate the recommender";

  private static void edit(Visitor operator) {
    operator.open("operations/schedules.xhtml");
    operator.row(JOB).locator("button:has-text('Edit')").click();
    assertThat(operator.find("#edit h2")).hasText(JOB);
  }

  @Test
  void saysBesideTheFieldThatAnExpressionIsWrong() {
    try (Visitor operator = Visitor.signedIn("operator")) {
      edit(operator);
      operator.page().fill("#cron", "61 2 * * *");
      assertThat(operator.find("#cronMessage")).containsText("cron must have five fields");

      operator.page().click("#save");
      operator.settle();

      assertThat(operator.find("#cronMessage")).containsText("cron must have five fields");
      assertThat(operator.find("#cron")).hasValue("61 2 * * *");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void showsTheNextTimesInWordsAndKeepsThem() {
    try (Visitor operator = Visitor.signedIn("operator")) {
      edit(operator);
      operator.page().fill("#cron", "45 4 * * 1-5");
      operator.page().selectOption("#timeZone", "Asia/Shanghai");
      assertThat(operator.find("#preview .words")).hasText("Monday to Friday at 04:45");
      assertThat(operator.find("#preview li")).hasCount(5);
      assertThat(operator.find("#preview li").last())
          .hasText(Pattern.compile("\\w+day \\d+ \\w+ at \\d\\d:45"));

      operator.page().click("#save");

      assertThat(operator.toast("Schedule saved")).isVisible();
      assertThat(operator.row(JOB)).containsText("Monday to Friday at 04:45");
      assertThat(operator.row(JOB)).containsText("Asia/Shanghai");
    }
  }
}
