package org.pitchwright.operations.client;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.console.Console;

/**
 * Shows how far a job is: as a bar where a person watches a terminal, as a line every few seconds
 * where the output goes to a file.
 */
final class ProgressDisplay implements AutoCloseable {

  private static final int REDRAW_MILLIS = 200;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Console console;
  private final String title;
  private final @Nullable ProgressBar bar;
  private long nextLine;
  private String lastLine = "";

  ProgressDisplay(Console console, String title) {
    this.console = console;
    this.title = title;
    this.nextLine = System.nanoTime();
    this.bar =
        console.isTerminal()
            ? new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .continuousUpdate()
                .build()
            : null;
  }

  /** Shows the newest state. */
  void show(@Nullable Progress progress) {
    if (progress == null) {
      return;
    }
    if (bar != null) {
      bar.maxHint(progress.total() > 0 ? progress.total() : -1);
      bar.stepTo(progress.done());
      bar.setExtraMessage(" " + text(progress.unit()) + " " + text(progress.message()));
    } else if (System.nanoTime() >= nextLine) {
      line(progress);
    }
  }

  /** Takes the bar's line for good. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private void line(Progress progress) {
    String amount =
        progress.total() > 0
            ? String.format(Locale.ROOT, "%,d of %,d", progress.done(), progress.total())
            : String.format(Locale.ROOT, "%,d", progress.done());
    String line =
        "  %s: %s %s %s"
            .formatted(title, amount, text(progress.unit()), text(progress.message()))
            .stripTrailing();
    if (!line.equals(lastLine)) {
      console.line(line);
      lastLine = line;
      nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
