package org.pitchwright.frame;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

/** What is around every page: search, palette, navigation, language, theme, keyboard. */
class FrameIT {
  @Test
  void keepsLanguageAndThemeInTheAccount() {
    try (Visitor first = Visitor.signedIn("reviewer");
        Visitor later = Visitor.stranger()) {
      first.speak("zh");
      assertThat(first.find("h1")).hasText("首页");
      first.page().click("#frame .bar-menu:has(.pi-palette) summary");
      first
          .page()
          .waitForResponse("**/index.xhtml*", () -> first.page().click("[data-theme-choice=dark]"));
      assertThat(first.find("html")).hasAttribute("data-theme", "dark");

      later.signIn("reviewer", "reviewer-demo");

      assertThat(later.find("h1")).hasText("首页");
      assertThat(later.find("html")).hasAttribute("data-theme", "dark");
      later.speak("en");
      later.page().click("#frame .bar-menu:has(.pi-palette) summary");
      later
          .page()
          .waitForResponse(
              "**/index.xhtml*", () -> later.page().click("[data-theme-choice=system]"));
    }
  }

  @Test
  void findsACustomerBySlashAndTyping() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().keyboard().press("/");
      assertThat(visitor.find("#find_input")).isFocused();
      visitor.page().keyboard().type("c-00005");
      visitor
          .find(".ui-autocomplete-panel .ui-autocomplete-item:has-text('c-00005')")
          .first()
          .click();

      assertThat(visitor.page()).hasURL(Pattern.compile(".*/customers\\.xhtml\\?id=c-00005$"));
      assertThat(visitor.find("#detail .panel-head")).containsText("c-00005");
    }
  }

  @Test
  void findsAnItemInThePalette() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().keyboard().press("Control+k");
      assertThat(visitor.find("#palette")).isVisible();
      visitor.page().keyboard().type("i-0001");
      visitor.find("#found [role=option]").first().waitFor();
      visitor.page().keyboard().press("Enter");

      assertThat(visitor.page()).hasURL(Pattern.compile(".*/data/catalogue\\.xhtml\\?id=i-0001$"));
    }
  }

  @Test
  void goesToAPageByItsNameAndClosesByEscape() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().keyboard().press("Control+k");
      visitor.page().keyboard().press("Escape");
      assertThat(visitor.find("#palette")).isHidden();

      visitor.page().keyboard().press("Control+k");
      visitor.page().keyboard().type("Rejects");
      visitor.page().keyboard().press("Enter");
      assertThat(visitor.find("h1")).hasText("Rejects");
      assertThat(visitor.find(".breadcrumb")).hasText(Pattern.compile("Home\\s*Data\\s*Rejects"));
    }
  }

  @Test
  void closesTheSidePanelByEscapeAndKeepsTheList() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.open("customers.xhtml?id=c-00001");
      assertThat(visitor.find("#detail")).isVisible();
      visitor.find("h1").click();
      visitor.page().keyboard().press("Escape");

      assertThat(visitor.find("#detail")).hasCount(0);
      assertThat(visitor.row("c-00001")).isVisible();
    }
  }

  @Test
  void collapsesTheNavigationAndRemembersIt() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().click("[data-act=nav]");
      assertThat(visitor.find("html")).hasAttribute("data-nav", "narrow");

      visitor.open("recommend.xhtml");
      assertThat(visitor.find("html")).hasAttribute("data-nav", "narrow");
    }
  }

  @Test
  void opensTheNavigationAsADrawerOnAPhone() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().setViewportSize(390, 844);
      assertThat(visitor.find(".frame-nav")).isHidden();
      visitor.page().click("[data-act=drawer]");
      assertThat(visitor.find(".frame-nav a[aria-current=page]")).isVisible();

      visitor.page().keyboard().press("Escape");
      assertThat(visitor.find(".frame-nav")).isHidden();
      assertThat(visitor.find("[data-act=drawer]")).isFocused();
    }
  }

  @Test
  void skipsToTheContentByKeyboard() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.page().keyboard().press("Tab");
      assertThat(visitor.find(".skip-link")).isFocused();
      visitor.page().keyboard().press("Enter");
      assertThat(visitor.find("#content")).isFocused();
    }
  }

  @Test
  void tellsHowAFigureIsComputed() {
    try (Visitor visitor = Visitor.signedIn("marketer")) {
      visitor.find(".figure:has-text('Click rate') .how").focus();

      assertThat(visitor.find(".how [role=tooltip]:popover-open"))
          .containsText("divided by all items shown");
    }
  }
}
