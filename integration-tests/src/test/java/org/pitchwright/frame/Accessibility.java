package org.pitchwright.frame;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds on a page against WCAG 2.1 A and AA, contrast included. */
final class Accessibility {
  private static final String AXE = read();
  private static final String FIND =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
          resultTypes: ['violations']
        });
        return found.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)
            + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | '));
      }
      """;

  private Accessibility() {}

  private static String read() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      if (script == null) {
        throw new IllegalStateException("axe.min.js is not on the class path of the tests");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Violations that keep people out, one line each. */
  @SuppressWarnings("unchecked") // The script gives an array of strings.
  static List<String> violations(Page page) {
    page.evaluate(AXE + "; true");
    return (List<String>) page.evaluate(FIND);
  }
}
