package org.pitchwright.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser of their own, with fresh cookies, who reads English at first. */
public final class Visitor implements AutoCloseable {
  /** Longest that a page may take to show what a test expects of it. */
  public static final double PATIENCE_MS = 30_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(this::note);
    page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
  }

  /** Somebody who has not signed in. */
  public static Visitor stranger() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL(RunningServer.current().baseUri().toString())
            .setLocale("en-GB")
            .setTimezoneId("Asia/Shanghai")
            .setColorScheme(ColorScheme.LIGHT)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1440, 900);
    return new Visitor(Chromium.shared().newContext(options));
  }

  /** One of the demo company's people, signed in. */
  public static Visitor signedIn(String name) {
    Visitor visitor = stranger();
    visitor.signIn(name, name + "-demo");
    assertThat(visitor.page.locator(".frame-nav")).isAttached();
    visitor.speak("en");
    visitor.settle();
    return visitor;
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(page.url() + ": " + message.text());
    }
  }

  /** Fills the sign-in page and sends it. */
  public void signIn(String name, String password) {
    open("login.xhtml");
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#enter");
  }

  /** Chooses a language in the top bar, unless it is spoken already. */
  public void speak(String language) {
    if (!page.locator("html").getAttribute("lang").equals(language)) {
      page.click("#frame .bar-menu:has(.pi-language) summary");
      page.click("#frame .menu-item[lang=" + language + "]");
      page.waitForSelector("html[lang=" + language + "]");
      settle();
    }
  }

  /** Chooses a language below the sign-in form, unless it is spoken already. */
  public void speakBeforeSigningIn(String language) {
    if (!page.locator("html").getAttribute("lang").equals(language)) {
      page.click("#language a[lang=" + language + "]");
      page.waitForSelector("html[lang=" + language + "]");
    }
  }

  /** Opens an address within the application and waits for what the page loads afterwards. */
  public void open(String address) {
    page.navigate(address);
    settle();
  }

  /** Waits until nothing is under way any more. */
  public void settle() {
    page.waitForFunction(
        "() => document.readyState === 'complete'"
            + " && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())"
            + " && !document.querySelector('[aria-busy=true]')");
  }

  public Page page() {
    return page;
  }

  /** The cookies and the storage behind the page. */
  public BrowserContext context() {
    return context;
  }

  /** What a selector finds. */
  public Locator find(String selector) {
    return page.locator(selector);
  }

  /** The first element with this text, or some of it. */
  public Locator text(String text) {
    return page.getByText(text).first();
  }

  /** A short message at the corner of the page. */
  public Locator toast(String text) {
    return page.locator(".ui-growl-item").filter(new Locator.FilterOptions().setHasText(text));
  }

  /** A row of a table by some of its text. */
  public Locator row(String text) {
    return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text)).first();
  }

  /** A button or a link that looks like one, by its name. */
  public Locator button(String name) {
    return page.locator("button:visible, a.ui-button:visible")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))
        .first();
  }

  /** What the browser complained about so far: failed scripts, refused contents. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
