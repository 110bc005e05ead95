package org.pitchwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of one server, found by its data directory; those of others are never touched. */
public final class Processes {
  private static final String TRAINER = "TrainerMain";

  private Processes() {}

  /** The server JVM that works on this data directory. */
  public static ProcessHandle server(RunningServer server) {
    long pid =
        org.pitchwright.operations.client.RunningServer.require(
                new org.pitchwright.operations.configuration.DataDirectory(server.dataDirectory()))
            .pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** The trainer of a server; empty while it does not train. */
  public static Optional<ProcessHandle> trainer(Path dataDirectory) {
    return of(dataDirectory).stream()
        .filter(process -> commandLine(process).contains(TRAINER))
        .findFirst();
  }

  /** All living processes that name this data directory in their command line. */
  public static List<ProcessHandle> of(Path dataDirectory) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> commandLine(process).contains(dataDirectory.toString()))
        .toList();
  }

  /** As {@code kill -9} does. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static String commandLine(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      // ProcessHandle cuts long command lines off.
      return Files.exists(file)
          ? Files.readString(file).replace('\0', ' ')
          : process.info().commandLine().orElse("");
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
      return "";
    }
  }
}
