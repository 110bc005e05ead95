package org.pitchwright.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class RolesIT {
  @Test
  void anAnalystSeesJobsAndModelsButNoWayToChangeThem() {
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("operations/jobs.xhtml");
      assertThat(analyst.text("Train the recommender")).isVisible();
      assertThat(analyst.find("[data-job]")).hasCount(0);

      analyst.open("operations/schedules.xhtml");
      assertThat(analyst.row("Train the recommender")).isVisible();
      assertThat(analyst.find("main button:has-text('Edit')")).hasCount(0);

      analyst.open("operations/models.xhtml?version=1");
      assertThat(analyst.find("#detail h2")).hasText("Version 1");
      assertThat(analyst.find("#detail button:has-text('Roll back')")).hasCount(0);
      assertThat(analyst.find("#detail button:has-text('Promote')")).hasCount(0);
    }
  }

  @Test
  void aMarketerIsNotShownAccountsAndGetsA403AtTheirAddress() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      assertThat(marketer.find(".frame-nav a[href$='/settings/people.xhtml']")).hasCount(0);

      Response reply = marketer.page().navigate("settings/people.xhtml");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(marketer.find("h1")).hasText("You may not open this page");
    }
  }

  @Test
  void anAgentSeesCustomersButNoOperations() {
    try (Visitor agent = Visitor.signedIn("agent")) {
      assertThat(agent.find(".frame-nav a[href$='/customers.xhtml']")).isVisible();
      assertThat(agent.find(".frame-nav a[href*='/operations/']")).hasCount(0);
      assertThat(agent.find(".frame-nav a[href$='/data/imports.xhtml']")).hasCount(0);
    }
  }

  @Test
  void anAddressThatLeadsNowhereSaysSo() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      Response reply = marketer.page().navigate("nowhere.xhtml");

      assertThat(reply.status()).isEqualTo(404);
      assertThat(marketer.find("h1")).hasText("There is no such page");
    }
  }
}
