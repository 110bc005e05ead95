package org.pitchwright.operations.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.pitchwright.operations.client.Execution;
import org.pitchwright.operations.client.ImportRun;
import org.pitchwright.operations.client.Imports;
import org.pitchwright.operations.client.Job;
import org.pitchwright.operations.client.Jobs;
import org.pitchwright.operations.client.ServerClient;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.operations.demo.DemoCompany;
import org.pitchwright.operations.demo.DemoSummary;

/**
 * Fills an empty database with the demo company, and has the jobs run that make it usable. The
 * files are generated once and imported by the same way as a real company's; an interrupted filling
 * goes on with the same files, and rows that are stored already are not stored twice.
 */
final class DemoFilling {

  private static final long SEED = 42;
  private static final List<String> KINDS = List.of("items", "customers", "events");
  private static final List<String> JOBS =
      List.of("cleanse-behavior", "train-recommender", "evaluate-recommender", "learn-relations");

  private final ServerClient client;
  private final Console console;
  private final Path folder;
  private final Jobs jobs;
  private final Imports imports;

  /**
   * A filling of the server behind this client.
   *
   * @param folder of the demo company's files
   */
  DemoFilling(ServerClient client, Console console, Path folder) {
    this.client = client;
    this.console = console;
    this.folder = folder;
    this.jobs = new Jobs(client, console);
    this.imports = new Imports(client, console);
  }

  /** Does what is still to be done. */
  void fill() {
    if (Files.exists(finished())) {
      return;
    }
    if (!Files.exists(folder)) {
      if (!isEmpty()) {
        console.line("The database holds data of your own; the demo company is left out.");
        return;
      }
      generate();
    }
    KINDS.stream().filter(kind -> !Files.exists(imported(kind))).forEach(this::importFile);
    JOBS.forEach(this::completeJob);
    mark(finished());
  }

  private boolean isEmpty() {
    return client.get("items?limit=1", JsonNode.class).path("items").isEmpty();
  }

  private void generate() {
    Path partial = folder.resolveSibling("demo.partial");
    DemoSummary summary = console.step("Generating the demo company", () -> generateInto(partial));
    console.line(
        "%,d items, %,d customers, %,d events in %s"
            .formatted(summary.items(), summary.customers(), summary.events(), folder));
  }

  private DemoSummary generateInto(Path partial) {
    try {
      DemoSummary summary = DemoCompany.write(partial, SEED, OffsetDateTime.now(ZoneOffset.UTC));
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      return summary;
    } catch (IOException e) {
      throw new OperatorException(
          "The files of the demo company cannot be written to " + folder + ": " + e, e);
    }
  }

  private void importFile(String kind) {
    ImportRun run = imports.run(kind, folder.resolve(kind + ".csv"), false);
    ImportRun.Report report = run.report();
    if (!run.isCompleted() || report == null) {
      throw new OperatorException(
          "The import of the demo's %s ended as %s. %s Start the demo again to go on."
              .formatted(kind, run.status(), run.lastMessage()));
    }
    console.line(
        "Imported %s: %,d accepted, %,d known before, %,d rejected in %.1f s"
            .formatted(
                kind, report.accepted(), report.duplicates(), report.rejected(), report.seconds()));
    mark(imported(kind));
  }

  /** Runs a job unless it has completed; a run that is under way, or broke off, is taken up. */
  private void completeJob(String name) {
    Job job =
        jobs.list().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new OperatorException("The server has no job " + name + "."));
    Execution last = job.last();
    if (job.running() != null) {
      finish(job.running());
    } else if (last == null) {
      finish(jobs.start(name, Map.of()));
    } else if (!last.isCompleted()) {
      finish(jobs.restart(last.id()));
    }
  }

  private void finish(Execution execution) {
    long start = System.nanoTime();
    Execution ended = jobs.await(execution, true);
    if (!ended.isCompleted()) {
      throw new OperatorException(
          "The demo is not ready: "
              + Jobs.describe(ended)
              + ". Start the demo again to go on; the server's log says more.");
    }
    console.line(
        "Completed %s in %.1f s. %s"
            .formatted(ended.job(), (System.nanoTime() - start) / 1e9, ended.lastMessage())
            .stripTrailing());
  }

  private Path imported(String kind) {
    return folder.resolve(kind + ".imported");
  }

  private Path finished() {
    return folder.resolve("finished");
  }

  private static void mark(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new OperatorException("The file " + file + " cannot be written: " + e, e);
    }
  }
}
