package org.pitchwright.operations.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pitchwright.operations.console.OperatorException;

/** Runs the programs {@code initdb} and {@code pg_ctl} on one data folder. */
final class PostgresTools {

  private static final long TIMEOUT_SECONDS = 300;

  private final PostgresBinaries binaries;
  private final ServiceAccount account;
  private final Path cluster;

  PostgresTools(PostgresBinaries binaries, ServiceAccount account, Path cluster) {
    this.binaries = binaries;
    this.account = account;
    this.cluster = cluster;
  }

  /** What a program printed, and how it ended. */
  record Outcome(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  /** Makes a data folder in the place given. */
  Outcome initialize(Path target, List<String> options) {
    return run(command("initdb", target, options));
  }

  /**
   * Starts the server and waits until it takes connections or has given up.
   *
   * @param output file for what the server prints before it has a log of its own
   */
  Outcome start(int port, Path output) {
    return run(
        command(
            "pg_ctl",
            cluster,
            List.of(
                "start", "-w", "-t", "120", "-s", "-l", output.toString(), "-o", "-p " + port)));
  }

  /** Ends the server: sessions are cut off, everything committed is written. */
  Outcome stop() {
    return run(stopCommand());
  }

  /** The command that ends the server. */
  List<String> stopCommand() {
    return command("pg_ctl", cluster, List.of("stop", "-w", "-t", "60", "-s", "-m", "fast"));
  }

  private List<String> command(String program, Path target, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program(program));
    command.add("-D");
    command.add(target.toString());
    command.addAll(options);
    return account.run(command);
  }

  /**
   * The programs' output goes through a file: a pipe would be held open by the server they start.
   */
  private Outcome run(List<String> command) {
    try {
      Path output = Files.createTempFile("pitchwright-postgresql", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new OperatorException(
              "The command '%s' did not end within %d seconds."
                  .formatted(String.join(" ", command), TIMEOUT_SECONDS));
        }
        return new Outcome(
            process.exitValue(), Files.readString(output, StandardCharsets.UTF_8).strip());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new OperatorException(
          "The command '%s' cannot be run: %s".formatted(String.join(" ", command), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The start was interrupted.", e);
    }
  }
}
