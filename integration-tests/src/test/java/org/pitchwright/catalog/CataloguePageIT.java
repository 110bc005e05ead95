package org.pitchwright.catalog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class CataloguePageIT {
  private static String newId() {
    return "it-" + Long.toString(System.nanoTime(), 36);
  }

  private static void write(Visitor marketer, String id, String title, String price) {
    marketer.open("data/catalogue.xhtml");
    marketer.page().click("#create");
    marketer.page().fill("#itemId", id);
    marketer.page().fill("#title", title);
    marketer.page().fill("#cat", "home");
    marketer.page().fill("#price", price);
    marketer.page().fill("#currency", "CNY");
    marketer.page().click("#edit #save");
  }

  @Test
  void savesANewItemAndShowsIt() {
    String id = newId();
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      write(marketer, id, "A very quiet lamp", "19.90");
      assertThat(marketer.toast("Item " + id + " saved")).isVisible();

      assertThat(marketer.find("#detail h2")).hasText("A very quiet lamp");
      assertThat(marketer.find("#detail")).containsText("19.90");
    }
  }

  @Test
  void saysBesideTheFieldWhatIsWrongAndKeepsTheRest() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      write(marketer, newId(), "A lamp", "nineteen");

      assertThat(marketer.find("#edit .ui-message-error"))
          .containsText("Price must be a number such as 19.90");
      assertThat(marketer.find("#title")).hasValue("A lamp");
    }
  }

  @Test
  void showsAScriptInATitleAsText() {
    String title = "<script>document.title='taken'</script><b>bold</b>";
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      write(marketer, newId(), title, "1.00");

      assertThat(marketer.find("#detail h2")).hasText(title);
      assertThat(marketer.page().title()).isEqualTo("Catalogue · Pitchwright");
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void findsItemsByWordsAndShowsWhatResemblesThem() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("data/catalogue.xhtml");
      marketer.page().fill("#list #words", "i-0001");
      assertThat(marketer.find("#items tbody tr")).hasCount(1);
      marketer.row("i-0001").click();

      assertThat(marketer.find("#detail .pick")).hasCount(5);
      assertThat(marketer.find("#detail")).containsText("What customers did with it");
    }
  }
}
