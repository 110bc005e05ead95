package org.pitchwright.operations.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.console.OperatorException;

/**
 * Where the server of a data directory is found, as the file {@code run/server.json} says it.
 *
 * @param pid process id of the server JVM; 0 while it has not been started
 * @param launcherPid process id of the launcher
 * @param port TCP port of the web interface
 * @param databasePort TCP port of the embedded PostgreSQL; 0 when an external one is used
 * @param url base address for programs on this machine
 * @param ready whether it takes requests
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunningServer(
    long pid, long launcherPid, int port, int databasePort, URI url, boolean ready) {

  /** Writes the file; a reader sees the old content or the new one, never a half. */
  public void write(DataDirectory directory) {
    Path file = directory.serverFile();
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Json.MAPPER.writeValue(partial.toFile(), this);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OperatorException("The file %s cannot be written: %s".formatted(file, e), e);
    }
  }

  /** What the file says; empty where there is none, or where it cannot be read. */
  public static Optional<RunningServer> read(DataDirectory directory) {
    Path file = directory.serverFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), RunningServer.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The server that takes requests now.
   *
   * @throws OperatorException when there is none
   */
  public static RunningServer require(DataDirectory directory) {
    RunningServer server =
        read(directory)
            .filter(RunningServer::isAlive)
            .orElseThrow(
                () ->
                    new OperatorException(
                        "No server runs on the data directory %s. Start it with ./pitchwright start, or name another directory with --data-dir."
                            .formatted(directory.root())));
    if (!server.ready()) {
      throw new OperatorException(
          "The server on the data directory %s is still starting. Try again in a moment."
              .formatted(directory.root()));
    }
    return server;
  }

  /** Whether the process of the server lives. */
  @JsonIgnore
  public boolean isAlive() {
    return ProcessHandle.of(ready ? pid : launcherPid).map(ProcessHandle::isAlive).orElse(false);
  }
}
