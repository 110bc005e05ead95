package org.pitchwright.model;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.Visitor;

class ModelsPageIT {
  private static final String NOT_SERVING = "#list tbody tr:not(:has-text('Serving')):has(.status)";

  /** There must be a version beside the one that serves; one epoch is enough for that. */
  private static void ensureTwoVersions() {
    ApiClient admin = ApiClient.person("admin");
    if (versions(admin) < 2) {
      ObjectNode body = ApiClient.object();
      body.putObject("parameters").put("epochs", "1");
      Reply started = admin.post("jobs/train-recommender/executions", body);
      assertThat(started.status()).isLessThan(300);
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> versions(admin) >= 2);
    }
  }

  private static int versions(ApiClient admin) {
    return admin.get("models?limit=50").json().get("items").size();
  }

  @Test
  void promotesAnotherVersionWithAReasonAndRollsItBack() {
    ensureTwoVersions();
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
}
