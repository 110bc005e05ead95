package org.pitchwright.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The headless Chromium that all browser tests of a JVM share; the browser is the machine's own,
 * none is downloaded. Where there is none, the tests are skipped and say so.
 */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Optional<Browser> SHARED = executable().map(Chromium::launch);

  private Chromium() {}

  /** The browser; the test is skipped where there is none. */
  static Browser shared() {
    Assumptions.assumeTrue(
        SHARED.isPresent(),
        "SKIPPED, no browser: install Chromium, or name one in pitchwright.it.browser");
    return SHARED.orElseThrow();
  }

  private static Optional<Path> executable() {
    String named = System.getProperty("pitchwright.it.browser");
    Stream<Path> candidates =
        named == null
            ? Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            : Stream.of(Path.of(named));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  private static Browser launch(Path executable) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(OPTIONS));
  }
}
