package org.pitchwright.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Versions;
import org.pitchwright.testing.Visitor;

/**
 * Every page, in both languages, both themes, on a desk and on a phone: a screenshot of each for
 * people to judge, and what a machine can judge by itself.
 */
class EveryPageIT {
  private static final int DESK = 1440;
  private static final int PHONE = 390;
  private static final String RAW_KEYS =
      """
      () => {
        const raw = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const owner = walk.currentNode.parentElement;
          const text = walk.currentNode.data.trim();
          if (owner.closest('script, style, .mono, .secret')) { continue; }
          if (/\\.(csv|tsv|txt)$/.test(text)) { continue; }
          if (text.includes('???') || /^[a-z]+(-[a-z]+)*\\.[a-zA-Z.]+$/.test(text)) { raw.push(text); }
        }
        return raw;
      }
      """;
  private static final String TOO_WIDE =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? '' :
        [...document.querySelectorAll('main *, header *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'wider than the window'
      """;

  private static final String RULE = "every-page";
  private static final String PLACE = "EVERY_PAGE";
  private static final String RELATED = "i-0001";

  private final List<String> faults = new ArrayList<>();

  /** A rule to be looked at, in a scenario that no other test asks for. */
  private static void writeRule() {
    ApiClient.crm()
        .put(
            "rules/" + RULE,
            ApiClient.object(
                """
                {"name": "Camping weeks", "kind": "BOOST", "scenario": "EVERY_PAGE",
                 "categories": ["camping"], "minimumPrice": "50.00", "currency": "CNY",
                 "strength": "STRONGLY", "validUntil": "2099-12-31T23:59:00+08:00",
                 "enabled": true}
                """));
  }

  /** Items that belong to one, of which no other test asks for lists. */
  private static void relate() {
    for (String relation :
        List.of(
            "REPLACES/i-0031/" + RELATED,
            "ACCESSORY_OF/i-0032/" + RELATED,
            "ACCESSORY_OF/i-0033/" + RELATED)) {
      ApiClient.crm()
          .put(
              "relations/" + relation, ApiClient.object().put("note", "Same thread, longer cable"));
    }
  }

  private static void unrelate() {
    ApiClient.crm()
        .get("relations?origin=HAND&itemId=" + RELATED)
        .json()
        .get("items")
        .forEach(
            one ->
                ApiClient.crm()
                    .delete(
                        "relations/"
                            + one.get("kind").asText()
                            + "/"
                            + one.get("from").asText()
                            + "/"
                            + one.get("to").asText()));
  }

  @Test
  void looksRightInEveryLanguageThemeAndWidth() {
    writeRule();
    ApiClient.crm()
        .put(
            "list-policies/" + PLACE,
            ApiClient.object("{\"diversity\": 0.4, \"calibration\": 0.3, \"exploration\": 0.05}"));
    Versions.ensureTwo();
    relate();
    try (Visitor visitor = Visitor.signedIn("admin")) {
      for (String language : List.of("en", "zh")) {
        visitor.speak(language);
        for (Map.Entry<String, String> page : pages(visitor).entrySet()) {
          visitor.open(page.getValue());
          judge(visitor, page.getKey(), language);
        }
      }
      visitor.speak("en");
      faults.addAll(visitor.complaints());
    } finally {
      ApiClient.crm().delete("rules/" + RULE);
      ApiClient.crm().delete("list-policies/" + PLACE);
      unrelate();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void looksRightBeforeSigningIn() {
    for (String language : List.of("en", "zh")) {
      try (Visitor visitor = Visitor.stranger()) {
        visitor.open("login.xhtml");
        visitor.speakBeforeSigningIn(language);
        judge(visitor, "sign-in", language);
        faults.addAll(visitor.complaints());
      }
    }
    assertThat(faults).isEmpty();
  }

  private static Map<String, String> pages(Visitor visitor) {
    visitor.open("index.xhtml");
    String customer = visitor.find(".example-head a").first().getAttribute("href");
    String item = visitor.find("a.pick-title").first().getAttribute("href");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "index.xhtml");
    pages.put("customers", "customers.xhtml");
    pages.put("customer", customer);
    pages.put("recommend", "recommend.xhtml?customer=" + customer.replaceFirst(".*id=", ""));
    pages.put("playground", "playground.xhtml?customer=" + customer.replaceFirst(".*id=", ""));
    pages.put("compare", "compare.xhtml?customer=" + customer.replaceFirst(".*id=", ""));
    pages.put("rules", "rules.xhtml");
    pages.put("rule", "rules.xhtml?key=" + RULE);
    pages.put("list-policy", "list-policy.xhtml");
    pages.put("list-policy-place", "list-policy.xhtml?scenario=" + PLACE);
    pages.put("relations", "relations.xhtml");
    pages.put("relations-item", "relations.xhtml?item=" + RELATED);
    pages.put("imports", "data/imports.xhtml");
    pages.put("catalogue", "data/catalogue.xhtml");
    pages.put("item", item);
    pages.put("rejects", "data/rejects.xhtml");
    pages.put("jobs", "operations/jobs.xhtml");
    pages.put("schedules", "operations/schedules.xhtml");
    pages.put("models", "operations/models.xhtml");
    pages.put("model", "operations/models.xhtml?version=1");
    pages.put("audit", "operations/audit.xhtml");
    pages.put("people", "settings/people.xhtml");
    pages.put("clients", "settings/clients.xhtml");
    pages.put("preferences", "settings/preferences.xhtml");
    return pages;
  }

  /**
   * Two looks in each language, so chosen that each two of language, theme and width meet (an
   * orthogonal array of strength 2): what goes wrong with all three together is rare. What keeps
   * people out hangs on theme and width, hardly on the language, so it is looked for in one.
   */
  private void judge(Visitor visitor, String name, String language) {
    boolean english = language.equals("en");
    judge(visitor, name, language, ColorScheme.LIGHT, english ? DESK : PHONE);
    judge(visitor, name, language, ColorScheme.DARK, english ? PHONE : DESK);
  }

  private void judge(Visitor visitor, String name, String language, ColorScheme theme, int width) {
    Page page = visitor.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    page.setViewportSize(width, width == DESK ? 900 : 844);
    visitor.settle();
    String look =
        "%s-%s-%s-%d".formatted(name, language, theme.name().toLowerCase(Locale.ROOT), width);
    shoot(page, look);
    Object wide = page.evaluate(TOO_WIDE);
    if (!"".equals(wide)) {
      faults.add(look + " is too wide: " + wide);
    }
    Object raw = page.evaluate(RAW_KEYS);
    if (raw instanceof List<?> keys && !keys.isEmpty()) {
      faults.add(look + " shows raw keys: " + keys);
    }
    if (language.equals("en")) {
      Accessibility.violations(page).forEach(one -> faults.add(look + ": " + one));
    }
  }

  private static void shoot(Page page, String look) {
    String folder = System.getProperty("pitchwright.it.screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setAnimations(ScreenshotAnimations.DISABLED)
              .setPath(Path.of(folder, look + ".png")));
    }
  }
}
