package org.pitchwright.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pitchwright.testing.Visitor;

class PeoplePageIT {
  private static final String PASSWORD = "a-password-of-many-letters";
  private static final int FAILURES_UNTIL_LOCKED = 5;

  private static void add(Visitor admin, String name) {
    admin.open("settings/people.xhtml");
    admin.button("Add a person").click();
    admin.page().fill("#edit #name", name);
    admin.page().fill("#edit #display", "Person " + name);
    admin.page().check("#roles input[value=ANALYST]");
    admin.page().fill("#edit #password", PASSWORD);
    admin.page().click("#save");
    assertThat(admin.toast("Person " + name + " saved")).isVisible();
  }

  private static String newName() {
    return "it-" + Long.toString(System.nanoTime(), 36);
  }

  @Test
  void addsSomebodyWhoMaySignInAtOnce() {
    String name = newName();
    try (Visitor admin = Visitor.signedIn("admin");
        Visitor added = Visitor.stranger()) {
      add(admin, name);

      added.signIn(name, PASSWORD);

      assertThat(added.find("h1")).hasText("Home");
    }
  }

  @Test
  void refusesAShortPasswordBesideTheField() {
    try (Visitor admin = Visitor.signedIn("admin")) {
      admin.open("settings/people.xhtml");
      admin.button("Add a person").click();
      admin.page().fill("#edit #name", newName());
      admin.page().fill("#edit #display", "Too short");
      admin.page().check("#roles input[value=ANALYST]");
      admin.page().fill("#edit #password", "short");
      admin.page().click("#save");

      assertThat(admin.find("#edit .ui-message-error")).containsText("10 to 200 characters");
    }
  }

  @Test
  void locksAnAccountAfterFailuresAndUnlocksIt() {
    String name = newName();
    try (Visitor admin = Visitor.signedIn("admin");
        Visitor guessing = Visitor.stranger()) {
      add(admin, name);
      for (int failure = 0; failure < FAILURES_UNTIL_LOCKED; failure++) {
        guessing.signIn(name, "guess-" + failure);
        assertThat(guessing.find("#messages")).containsText("the account is locked");
      }
      guessing.signIn(name, PASSWORD);
      assertThat(guessing.find("#messages")).containsText("the account is locked");

      admin.open("settings/people.xhtml");
      assertThat(admin.row(name)).containsText("Locked for a while");
      admin
          .row(name)
          .locator(
              "button", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Unlock"))
          .click();
      assertThat(admin.toast("can sign in again")).isVisible();

      guessing.signIn(name, PASSWORD);
      assertThat(guessing.find(".frame-nav")).isVisible();
    }
  }

  @Test
  void showsTheSecretsOfANewClientOnce() {
    String id = newName();
    try (Visitor admin = Visitor.signedIn("admin")) {
      admin.open("settings/clients.xhtml");
      admin.button("Add a client").click();
      admin.page().fill("#clientId", id);
      admin.page().fill("#display", "Shop");
      admin.page().click("#save");
      assertThat(admin.find("#secret")).not().isEmpty();
      assertThat(admin.find("#soapSecret")).not().isEmpty();

      admin.open("settings/clients.xhtml");
      assertThat(admin.row(id)).containsText("May call");
      assertThat(admin.find("#secret")).hasCount(0);
    }
  }
}
