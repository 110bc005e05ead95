package org.pitchwright.recommendation.relations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.object;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Visitor;

class RelationsPageIT {
  private static final String ITEM = "i-0021";
  private static final String OTHER = "i-0022";

  private final ApiClient crm = ApiClient.crm();

  @AfterEach
  void takeBack() {
    crm.get("relations?origin=HAND&limit=200")
        .json()
        .get("items")
        .forEach(
            relation ->
                crm.delete(
                    "relations/"
                        + relation.get("kind").asText()
                        + "/"
                        + relation.get("from").asText()
                        + "/"
                        + relation.get("to").asText()));
    crm.get("logical-rules?limit=200")
        .json()
        .get("items")
        .forEach(rule -> crm.delete("logical-rules/" + rule.get("key").asText()));
    crm.put("categories/books", object().putNull("parent"));
  }

  private static void choose(Visitor visitor, String field, String words) {
    visitor.page().locator("#" + field + "_input").pressSequentially(words);
    visitor
        .find("#" + field + "_panel .ui-autocomplete-item:has-text('" + words + "')")
        .first()
        .click();
  }

  @Test
  void looksAnItemUpAndRelatesAnotherToItByHand() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("relations.xhtml");
      choose(marketer, "lookup", ITEM);
      assertThat(marketer.page()).hasURL(Pattern.compile(".*item=" + ITEM));

      marketer.page().selectOption("#role", "HAS_ACCESSORY");
      choose(marketer, "other", OTHER);
      marketer.page().fill("#note", "fits the thread");
      marketer.page().click("#add");
      assertThat(marketer.toast("lists heed it from now on")).isVisible();

      Locator row = marketer.find("#lines tbody tr:has-text('fits the thread')");
      assertThat(row).containsText("accessory of");
      assertThat(row).containsText("By hand");
      assertThat(marketer.find("#picture .target")).containsText("Has the accessory");
      assertThat(
              crm.get("relations/ACCESSORY_OF/" + OTHER + "/" + ITEM).json().get("note").asText())
          .isEqualTo("fits the thread");

      row.locator("button:has-text('Remove')").click();
      assertThat(marketer.find("#lines tbody tr:has-text('fits the thread')")).hasCount(0);
      assertThat(crm.get("relations/ACCESSORY_OF/" + OTHER + "/" + ITEM).status()).isEqualTo(404);
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void saysBesideTheFieldWhatIsMissing() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("relations.xhtml?item=" + ITEM);
      marketer.page().click("#add");
      assertThat(marketer.find("#relations .ui-message-error")).containsText("Choose the other");

      marketer.open("relations.xhtml");
      marketer.page().click("#addRule");
      assertThat(marketer.find("#logical .ui-message-error"))
          .containsText("Choose an item or a category");
    }
  }

  @Test
  void showsTheStrongestRelationsWithWhatSpeaksForThemAndRefusesOne() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("relations.xhtml");
      Locator first = marketer.find("#lines tbody tr").first();
      assertThat(first).containsText("customers bought both");
      assertThat(first).containsText("Data");

      first.locator("button:has-text('Refuse')").click();
      assertThat(marketer.toast("Done")).isVisible();

      assertThat(crm.get("relations?state=REJECTED").json().get("items")).hasSize(1);
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void writesALogicalRuleAndSwitchesItOff() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("relations.xhtml");
      marketer.page().selectOption("#neverCategory", "books");
      choose(marketer, "after", ITEM);
      marketer.page().fill("#days", "30");
      marketer.page().click("#addRule");

      Locator rule = marketer.find("#logical .logical-rules li");
      assertThat(rule).containsText("Never anything in books after");
      assertThat(rule).containsText("for 30 days");
      rule.locator("button:has-text('Switch off')").click();
      assertThat(marketer.find("#logical .logical-rules li")).containsText("Off");
      marketer.find("#logical .logical-rules li button:has-text('Delete')").click();
      assertThat(marketer.find("#logical .logical-rules li")).hasCount(0);
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void movesACategoryInTheTree() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("relations.xhtml");
      marketer.page().selectOption("#category", "books");
      marketer.page().fill("#parent", "leisure");
      marketer.page().click("#move");

      assertThat(marketer.toast("Category moved")).isVisible();
      assertThat(marketer.find("#tree li:has-text('leisure') li:has-text('books')").first())
          .isVisible();
      assertThat(crm.get("categories/books").json().get("parent").asText()).isEqualTo("leisure");
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void showsAnAnalystWhyButNoWayToDecide() {
    crm.put("relations/REPLACES/" + OTHER + "/" + ITEM, object().put("note", "second edition"));
    try (Visitor analyst = Visitor.signedIn("analyst")) {
      analyst.open("relations.xhtml?item=" + ITEM);

      assertThat(analyst.find("#lines")).containsText("second edition");
      assertThat(analyst.find("#lines button:not(.how)")).hasCount(0);
      assertThat(analyst.find("#add")).hasCount(0);
      analyst.open("relations.xhtml");
      assertThat(analyst.find("#addRule")).hasCount(0);
      assertThat(analyst.find("#move")).hasCount(0);
    }
  }
}
