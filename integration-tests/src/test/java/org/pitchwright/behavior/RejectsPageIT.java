package org.pitchwright.behavior;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class RejectsPageIT {
  @Test
  void narrowsRejectedEventsToAReasonAndTurnsPages() {
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("data/rejects.xhtml");
      Locator rows = analyst.find("#rejects tbody tr");
      assertThat(rows).hasCount(25);

      analyst.find(".bars a:has-text('Item not in the catalogue')").click();
      assertThat(analyst.find("#rowsTitle")).hasText("Item not in the catalogue");
      assertThat(rows.locator(".status:not(:has-text('Item not in the catalogue'))")).hasCount(0);

      String first = rows.first().innerText();
      analyst.button("Next").click();
      assertThat(rows.first()).not().hasText(first);
    }
  }
}
