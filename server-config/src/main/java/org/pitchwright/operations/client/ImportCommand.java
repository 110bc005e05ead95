package org.pitchwright.operations.client;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.SettingOptions;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pitchwright import}: a CSV file into the running server. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports a CSV file into the running server, and reports what became of its rows.",
      "Exit status 0 when the whole file was read, even if rows were rejected."
    })
public final class ImportCommand implements Callable<Integer> {

  /** What can be imported. */
  enum Kind {
    events,
    items,
    customers
  }

  private final Console console;

  @Parameters(index = "0", paramLabel = "<kind>", description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.events;

  @Parameters(index = "1", paramLabel = "<file>", description = "The CSV file.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Checks every row and stores none.")
  private boolean dryRun;

  @Option(
      names = "--reject-file",
      paramLabel = "<file>",
      description = "Where rejected rows go (default: <file>.rejects.csv).")
  private @Nullable Path rejectFile;

  @Mixin private SettingOptions settings = new SettingOptions();

  /** The command on this console. */
  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Imports imports = new Imports(ServerClient.of(settings.dataDirectory()), console);
    ImportRun run = imports.run(kind.name(), file, dryRun);
    ImportRun.Report report = run.report();
    if (report != null) {
      console.line("%s of %s from %s".formatted(dryRun ? "Dry run" : "Import", kind.name(), file));
      imports.print(report);
      if (report.rejected() > 0) {
        Path target = rejectFile == null ? Path.of(file + ".rejects.csv") : rejectFile;
        imports.saveRejects(run, target);
        console.line("  rejected rows with their reasons: " + target);
      }
    }
    if (!run.isCompleted()) {
      throw new OperatorException(
          "The import ended as %s. %s What was imported before is kept; run the same command again, rows that are known are not stored twice."
              .formatted(run.status(), run.lastMessage()));
    }
    return 0;
  }
}
