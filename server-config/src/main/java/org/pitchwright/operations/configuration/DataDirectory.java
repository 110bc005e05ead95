package org.pitchwright.operations.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pitchwright.operations.console.OperatorException;

/**
 * Where everything lies in the folder {@code pitchwright.data.dir}. Only the owner may look into
 * {@code secrets} and {@code run}.
 *
 * @param root absolute path of the folder
 */
public record DataDirectory(Path root) {

  /**
   * Makes the folders that are missing.
   *
   * @throws OperatorException when the file system refuses
   */
  public void create() {
    try {
      Files.createDirectories(root);
      Files.createDirectories(logs());
      OwnerOnly.directory(secrets());
      OwnerOnly.directory(run());
    } catch (IOException e) {
      throw new OperatorException(
          "The data directory %s cannot be made or written to (%s). Choose another one with --data-dir."
              .formatted(root, e),
          e);
    }
  }

  /** Logs of the server and of the guard. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The log of the server; older ones beside it as {@code server.log.1} and so on. */
  public Path serverLog() {
    return logs().resolve("server.log");
  }

  /** The embedded PostgreSQL: its program files, its data and its logs. */
  public Path postgresql() {
    return root.resolve("postgresql");
  }

  /** Passwords and keys, one in each file. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** The secret with which commands on this machine call the server. */
  public Path localClientSecret() {
    return secrets().resolve("local-client");
  }

  /**
   * The API client that the secret belongs to: each data directory of a shared database has one.
   */
  public Path localClientId() {
    return secrets().resolve("local-client-id");
  }

  /** What is only true while the server runs. */
  public Path run() {
    return root.resolve("run");
  }

  /** Held locked by the launcher that works on this folder. */
  public Path lockFile() {
    return run().resolve("launcher.lock");
  }

  /** Where the running server is found. */
  public Path serverFile() {
    return run().resolve("server.json");
  }

  /** The files of the demo company. */
  public Path demo() {
    return root.resolve("demo");
  }
}
