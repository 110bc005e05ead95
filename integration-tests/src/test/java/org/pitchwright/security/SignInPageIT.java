package org.pitchwright.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class SignInPageIT {
  private static final String REFUSED = "Name or password is wrong";

  @Test
  void leadsBackToThePageThatWasAskedFor() {
    try (Visitor visitor = Visitor.stranger()) {
      visitor.open("customers.xhtml?id=c-00001");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*/login\\.xhtml\\?returnTo=.*"));

      visitor.page().fill("#name", "analyst");
      visitor.page().fill("#password", "analyst-demo");
      visitor.page().click("#enter");

      assertThat(visitor.page()).hasURL(Pattern.compile(".*/customers\\.xhtml\\?id=c-00001$"));
      assertThat(visitor.find("#detail h2")).isVisible();
    }
  }

  @Test
  void refusesAWrongPasswordWithoutSayingWhichWasWrong() {
    try (Visitor visitor = Visitor.stranger()) {
      visitor.signIn("nobody-of-this-name", "not-the-password");
      assertThat(visitor.find("#messages")).containsText(REFUSED);

      visitor.signIn("analyst", "not-the-password");
      assertThat(visitor.find("#messages")).containsText(REFUSED);
    }
  }

  @Test
  void saysWhatIsMissing() {
    try (Visitor visitor = Visitor.stranger()) {
      visitor.signIn("", "");

      assertThat(visitor.find("#messages")).containsText("Name: Fill this in");
      assertThat(visitor.find("#messages")).containsText("Password: Fill this in");
    }
  }

  @Test
  void endsTheSessionAtSigningOut() {
    try (Visitor visitor = Visitor.signedIn("agent")) {
      visitor.page().click("#frame .bar-menu:has(.avatar) summary");
      visitor.text("Sign out").click();
      assertThat(visitor.page()).hasURL(Pattern.compile(".*/login\\.xhtml$"));

      visitor.open("customers.xhtml");
      assertThat(visitor.find("#login")).isVisible();
    }
  }

  @Test
  void saysThatTheSessionEndedAndGoesOnWhereOneWas() {
    try (Visitor visitor = Visitor.signedIn("agent")) {
      visitor.open("customers.xhtml");
      visitor.context().clearCookies();
      visitor.row("c-00003").click();

      assertThat(visitor.find("#login .note")).containsText("You were away for a while");
      visitor.page().fill("#name", "agent");
      visitor.page().fill("#password", "agent-demo");
      visitor.page().click("#enter");

      assertThat(visitor.page()).hasURL(Pattern.compile(".*/customers\\.xhtml$"));
    }
  }

  @Test
  void showsThatAPageHasExpired() {
    try (Visitor visitor = Visitor.stranger()) {
      visitor.open("login.xhtml");
      visitor.context().clearCookies();
      visitor.page().fill("#name", "agent");
      visitor.page().fill("#password", "agent-demo");
      visitor.page().click("#enter");

      assertThat(visitor.find("h1")).hasText("You were away for a while");
      visitor.text("Go to Home").click();
      assertThat(visitor.find("#login")).isVisible();
    }
  }
}
