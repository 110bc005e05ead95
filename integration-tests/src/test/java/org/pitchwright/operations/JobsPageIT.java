package org.pitchwright.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class JobsPageIT {
  /** A job runs as long as the machine lets it; the page must tell its end by itself. */
  private static final HasTextOptions IN_TIME = new HasTextOptions().setTimeout(180_000);

  private static Locator card(Visitor visitor, String job) {
    return visitor
        .find("section.job")
        .filter(
            new Locator.FilterOptions()
                .setHas(visitor.page().locator("h2:text-is('" + job + "')")));
  }

  private static void start(Visitor visitor, String job) {
    card(visitor, job).locator("button:has-text('Start')").click();
    visitor.page().waitForSelector("#startDialog:visible");
    assertThat(visitor.find("#startDialog")).containsText(job);
  }

  private static Locator status(Visitor visitor, String job) {
    return card(visitor, job).locator(".card-head .status");
  }

  @Test
  void watchesAJobFromItsStartToItsEnd() {
    try (Visitor operator = Visitor.signedIn("operator")) {
      operator.open("operations/jobs.xhtml");
      start(operator, "Cleanse behaviour");
      operator.page().click("#startNow");
      assertThat(operator.toast("Started")).isVisible();

      assertThat(operator.find("#detail .panel-head .status")).hasText("Completed", IN_TIME);
      assertThat(operator.find("#detail tbody tr")).hasCount(3);
      assertThat(operator.find("#history tbody tr").first()).containsText("operator");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void refusesAWrongParameterAndSaysWhatIsRight() {
    try (Visitor operator = Visitor.signedIn("operator")) {
      operator.open("operations/jobs.xhtml");
      start(operator, "Cleanse behaviour");
      operator.find("#startDialog summary").click();
      operator
          .find("#startDialog .field:has-text('Parts that run side by side') input")
          .fill("many");
      operator.page().click("#startNow");

      assertThat(operator.toast("must be a whole number from 1 to 64")).isVisible();
      assertThat(operator.find("#startDialog")).isVisible();
    }
  }

  @Test
  void stopsATrainingAndContinuesItWhereItStopped() {
    String job = "Train the recommender";
    try (Visitor operator = Visitor.signedIn("operator")) {
      operator.open("operations/jobs.xhtml");
      start(operator, job);
      operator.find("#startDialog summary").click();
      operator.find("#startDialog .field:has-text('Most epochs') input").fill("1");
      operator.page().click("#startNow");
      card(operator, job).locator("button:has-text('Stop')").click();
      assertThat(status(operator, job)).hasText("Stopped", IN_TIME);

      operator.find("#history tbody tr").first().locator("button:has-text('Continue')").click();
      assertThat(operator.toast("Continued where it stopped")).isVisible();

      assertThat(status(operator, job)).hasText("Completed", IN_TIME);
      assertThat(operator.find("#detail")).containsText("Continues run");
    }
  }
}
