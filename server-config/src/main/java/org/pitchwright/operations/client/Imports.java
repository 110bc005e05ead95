package org.pitchwright.operations.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;

/** Sends files to a server and reports what became of their rows. */
public final class Imports {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final ServerClient client;
  private final Console console;

  /** Imports into the server behind this client, shown on this console. */
  public Imports(ServerClient client, Console console) {
    this.client = client;
    this.console = console;
  }

  /**
   * Sends a file and waits until all of it is imported.
   *
   * @param kind {@code events}, {@code items} or {@code customers}
   * @param dryRun whether rows are only checked, and nothing is stored
   * @return the import as it ended
   */
  public ImportRun run(String kind, Path file, boolean dryRun) {
    if (!Files.isRegularFile(file)) {
      throw new OperatorException("There is no file " + file + ".");
    }
    String path =
        "imports/%s?fileName=%s&dryRun=%s"
            .formatted(
                ServerClient.encoded(kind),
                ServerClient.encoded(file.getFileName().toString()),
                dryRun);
    ImportRun started = client.upload(path, file, ImportRun.class);
    Pause pause = new Pause(SHORTEST_PAUSE, LONGEST_PAUSE);
    try (ProgressDisplay display = new ProgressDisplay(console, "import " + kind)) {
      ImportRun run = started;
      while (!run.isOver()) {
        pause.take();
        run = client.get("imports/" + ServerClient.encoded(started.id()), ImportRun.class);
        display.show(run.progress());
      }
      return run;
    }
  }

  /** Fetches the rejected rows with their reasons as CSV. */
  public void saveRejects(ImportRun run, Path target) {
    client.download("imports/" + ServerClient.encoded(run.id()) + "/rejects", target);
  }

  /** Prints the report. */
  public void print(ImportRun.Report report) {
    String count = "  %,12d %s";
    console.line(count.formatted(report.rows(), "rows read"));
    console.line(count.formatted(report.accepted(), "accepted"));
    console.line(count.formatted(report.duplicates(), "known before"));
    console.line(count.formatted(report.rejected(), "rejected"));
    List<ImportRun.Reason> reasons = report.reasons() == null ? List.of() : report.reasons();
    reasons.forEach(
        reason -> console.line("    %,10d %s".formatted(reason.count(), reason.reason())));
    String rate =
        report.seconds() > 0
            ? String.format(Locale.ROOT, ", %,.0f rows/s", report.rows() / report.seconds())
            : "";
    console.line(
        String.format(
            Locale.ROOT,
            "  %.1f s%s; encoding %s, delimiter %s",
            report.seconds(),
            rate,
            report.encoding(),
            visible(report.delimiter())));
    if (report.columns() != null) {
      console.line("  columns " + report.columns());
    }
  }

  private static String visible(@org.jspecify.annotations.Nullable String delimiter) {
    return "\t".equals(delimiter) ? "tab" : "'" + delimiter + "'";
  }
}
