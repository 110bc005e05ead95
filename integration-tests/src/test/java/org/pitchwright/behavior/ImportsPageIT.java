package org.pitchwright.behavior;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class ImportsPageIT {
  private static void choose(Visitor visitor, String name, String content) {
    visitor.open("data/imports.xhtml");
    visitor
        .page()
        .setInputFiles(
            "#file", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static void awaitCompleted(Visitor visitor) {
    visitor.page().waitForSelector("#detail .panel-head .status.good");
  }

  @Test
  void keepsGoodRowsAndShowsTheOthersWithLineAndReason() throws IOException {
    String run = Long.toString(System.nanoTime(), 36);
    String file =
        """
        event_id,type,customer_id,item_id,at,quantity
        %1$s-1,VIEW,c-00001,i-0001,2026-06-01T10:00:00Z,
        %1$s-2,DANCE,c-00001,i-0001,2026-06-01T10:01:00Z,
        %1$s-3,PURCHASE,c-00001,i-0001,2026-02-30T10:02:00Z,1
        %1$s-4,PURCHASE,c-00001,i-0001,2026-06-01T10:03:00Z,-3
        %1$s-5,CLICK,c-00001,i-0002,2026-06-01T10:04:00Z,
        """
            .formatted(run);
    try (Visitor operator = Visitor.signedIn("operator")) {
      choose(operator, "events-" + run + ".csv", file);
      operator.page().click("#receive");
      awaitCompleted(operator);

      assertThat(operator.find("#detail dd.strong")).hasText("2");
      assertThat(operator.find("#detail tbody tr")).hasCount(3);
      assertThat(operator.row("DANCE").locator("td").first()).hasText("3");
      assertThat(operator.row("DANCE")).containsText("Unknown kind of event");
      assertThat(operator.row("2026-02-30").locator("td").first()).hasText("4");

      Download download = operator.page().waitForDownload(() -> operator.page().click("#download"));
      assertThat(Files.readString(download.path())).contains("DANCE", "2026-02-30", "-3");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void checksAFileWithoutKeepingAnything() {
    String run = Long.toString(System.nanoTime(), 36);
    String file = "item_id,title,category,price,currency\ndry-" + run + ",A lamp,home,9.90,CNY\n";
    try (Visitor operator = Visitor.signedIn("operator")) {
      choose(operator, "items-" + run + ".csv", file);
      operator.page().selectOption("#kind", "ITEMS");
      operator.page().check("#dryRun");
      operator.page().click("#receive");
      awaitCompleted(operator);

      assertThat(operator.find("#detail")).containsText("Would be accepted");
      operator.open("data/catalogue.xhtml?id=dry-" + run);
      assertThat(operator.text("There is no such item.")).isVisible();
    }
  }

  @Test
  void showsTheProgressOfALongImportToItsEnd() {
    StringBuilder file = new StringBuilder("event_id,type,customer_id,item_id,at\n");
    String run = Long.toString(System.nanoTime(), 36);
    for (int row = 0; row < 20_000; row++) {
      file.append(
          "%s-%d,VIEW,c-%05d,i-%04d,2026-05-01T10:00:00Z%n"
              .formatted(run, row, 1 + row % 5000, row % 2000));
    }
    try (Visitor operator = Visitor.signedIn("operator")) {
      choose(operator, "long-" + run + ".csv", file.toString());
      operator.page().click("#receive");
      awaitCompleted(operator);

      assertThat(operator.find("#detail dd.strong")).hasText("20,000");
      assertThat(operator.row("long-" + run)).containsText("20,000");
    }
  }

  @Test
  void asksForAFileBeforeSendingAnything() {
    try (Visitor operator = Visitor.signedIn("operator")) {
      operator.open("data/imports.xhtml");
      operator.page().click("#receive");

      Page page = operator.page();
      assertThat(page.locator("#file:invalid")).isVisible();
      assertThat(page.locator("#sending")).isHidden();
    }
  }
}
