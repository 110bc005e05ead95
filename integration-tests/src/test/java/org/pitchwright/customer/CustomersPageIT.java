package org.pitchwright.customer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;
import org.pitchwright.testing.Visitor;

class CustomersPageIT {
  private static void create(String id, String name) {
    ObjectNode body =
        ApiClient.object()
            .put("name", name)
            .put("email", id + "@example.org")
            .put("phone", "+8613800000000")
            .put("language", "en")
            .put("timeZone", "UTC");
    body.putObject("traits");
    body.putArray("consents");
    Reply reply = ApiClient.person("admin").put("customers/" + id, body);
    assertThat(reply.status()).isLessThan(300);
  }

  @Test
  void showsWhatACustomerDidBesideWhatIsRecommendedAndWhy() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("customers.xhtml");
      marketer.page().fill("#list #words", "c-00005");
      assertThat(marketer.find("#customers tbody tr")).hasCount(1);
      marketer.row("c-00005").click();

      assertThat(marketer.find("#detail .timeline > li").first()).isVisible();
      assertThat(marketer.find("#detail .pick")).hasCount(8);
      assertThat(marketer.find("#detail .pick-why").first()).not().isEmpty();
      assertThat(marketer.find("#detail")).containsText("Model version");
      assertThat(marketer.page()).hasURL(java.util.regex.Pattern.compile(".*\\?id=c-00005$"));
      assertThat(marketer.row("c-00001")).hasCount(0);
    }
  }

  @Test
  void saysThatACustomerIsNotThere() {
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("customers.xhtml?id=nobody");
      assertThat(marketer.text("There is no such customer")).isVisible();

      marketer.open("customers.xhtml?id=" + "x".repeat(300));
      assertThat(marketer.text("There is no such customer")).isVisible();
    }
  }

  @Test
  void showsAScriptInANameAsText() {
    String id = "script-" + Long.toString(System.nanoTime(), 36);
    String name = "<script>document.title='taken'</script><img src=x onerror=alert(1)>";
    create(id, name);
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("customers.xhtml?id=" + id);
      assertThat(marketer.find("#detail h2")).hasText(name);
      marketer.page().keyboard().press("/");
      marketer.page().keyboard().type(id);
      assertThat(marketer.find(".ui-autocomplete-item").first()).containsText("<script>");

      assertThat(marketer.page().title()).isEqualTo("Customers · Pitchwright");
      assertThat(marketer.find("img[src=x]")).hasCount(0);
      assertThat(marketer.complaints()).isEmpty();
    }
  }

  @Test
  void erasesACustomerAfterSayingWhatIsLost() {
    String id = "leaving-" + Long.toString(System.nanoTime(), 36);
    create(id, "Leaving");
    try (Visitor marketer = Visitor.signedIn("marketer")) {
      marketer.open("customers.xhtml?id=" + id);
      marketer.find("#detail button:has-text('Erase')").first().click();
      assertThat(marketer.text("This cannot be undone")).isVisible();
      marketer.page().click("#eraseNow");
      assertThat(marketer.toast("Customer erased")).isVisible();

      marketer.open("customers.xhtml?id=" + id);
      assertThat(marketer.text("There is no such customer")).isVisible();
    }
  }
}
