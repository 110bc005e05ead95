package org.pitchwright.operations.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about the server of a data folder (PostgreSQL 17, {@code
 * miscadmin.h}: line 1 process id, line 4 port, line 8 state).
 *
 * @param pid process id of the server
 * @param port its TCP port
 */
record PostmasterFile(long pid, int port) {

  static final String NAME = "postmaster.pid";

  /** Larger than any process id that an operating system hands out. */
  private static final int NO_PROCESS = Integer.MAX_VALUE;

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** Reads the file; empty where it is missing or incomplete. */
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    Path file = cluster.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(PID_LINE).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a process with this id lives that may be a PostgreSQL. After a reboot, or in a
   * container that started again, the id often belongs to an unrelated program.
   */
  boolean mayBeAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().map(PostmasterFile::isPostgres).orElse(true))
        .orElse(false);
  }

  /**
   * Says in the file that its process is gone. Removing the file would also remove the key of the
   * shared memory by which PostgreSQL recognises back-end processes that outlived their server;
   * with another process id in it, PostgreSQL still checks that before it takes the folder over.
   */
  static void markDead(Path cluster) throws IOException {
    Path file = cluster.resolve(NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(PID_LINE, Integer.toString(NO_PROCESS));
    Files.write(file, lines);
  }

  private static boolean isPostgres(String command) {
    return Path.of(command).getFileName().toString().startsWith("postgres");
  }
}
