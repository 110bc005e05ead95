package org.pitchwright.operations.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.pitchwright.operations.configuration.SecretFile;
import org.pitchwright.operations.console.OperatorException;

/**
 * The PostgreSQL server of one data directory. It listens on the loopback address only and asks for
 * a password (SCRAM-SHA-256) on every connection; the application's role is no superuser.
 */
public final class EmbeddedPostgres {

  /** Name of the application's database and of its role. */
  public static final String NAME = "pitchwright";

  private static final int ATTEMPTS = 3;
  private static final int ANSWER_SECONDS = 5;

  private final Path folder;
  private final PostgresCluster cluster;
  private final PostgresTools tools;

  private EmbeddedPostgres(Path folder, PostgresCluster cluster, PostgresTools tools) {
    this.folder = folder;
    this.cluster = cluster;
    this.tools = tools;
  }

  /**
   * Prepares the program files and, the first time, the data folder. Nothing is started yet.
   *
   * @param folder for program files, data and logs
   * @param secrets folder of the passwords
   * @throws OperatorException when this machine cannot run PostgreSQL
   */
  public static EmbeddedPostgres prepare(Path folder, Path secrets) {
    try {
      Files.createDirectories(folder);
      ServiceAccount account = ServiceAccount.forFolder(folder);
      PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
      Path data = folder.resolve("data");
      PostgresTools tools = new PostgresTools(binaries, account, data);
      PostgresCluster cluster =
          new PostgresCluster(
              data,
              new SecretFile(secrets.resolve("postgresql-superuser-password")),
              new SecretFile(secrets.resolve("postgresql-password")));
      cluster.create(tools, account);
      return new EmbeddedPostgres(folder, cluster, tools);
    } catch (IOException e) {
      throw new OperatorException(
          "The embedded PostgreSQL in %s cannot be prepared: %s".formatted(folder, e), e);
    }
  }

  /** How {@link #start} came by its server. */
  public enum Origin {
    /** It was started. */
    STARTED,
    /** It was left running by a launcher that was killed, and serves on. */
    FOUND_RUNNING
  }

  /**
   * A server that takes connections.
   *
   * @param database the application's database
   * @param port TCP port on the loopback address
   * @param origin whether it was started or found
   */
  public record Running(Database database, int port, Origin origin) {}

  /**
   * Starts the server, or finds the one that an earlier launcher left behind.
   *
   * @param configuredPort TCP port; 0 for a free one
   * @throws OperatorException with PostgreSQL's own words when it does not start
   */
  public Running start(int configuredPort) {
    try {
      Optional<PostmasterFile> left = PostmasterFile.read(cluster.data());
      if (left.isPresent() && left.get().mayBeAlive()) {
        if (answers(left.get().port())) {
          return running(left.get().port(), Origin.FOUND_RUNNING);
        }
        tools.stop();
      } else if (left.isPresent()) {
        PostmasterFile.markDead(cluster.data());
      }
      cluster.configure();
      return running(startFresh(configuredPort), Origin.STARTED);
    } catch (IOException e) {
      throw new OperatorException(
          "The embedded PostgreSQL in %s cannot be started: %s".formatted(folder, e), e);
    }
  }

  /**
   * Ends the server if it runs; what was committed is on disk afterwards.
   *
   * @throws OperatorException when it does not end
   */
  public void stop() {
    if (!Files.exists(cluster.data().resolve(PostmasterFile.NAME))) {
      return;
    }
    PostgresTools.Outcome outcome = tools.stop();
    if (!outcome.succeeded()) {
      throw new OperatorException("PostgreSQL was not stopped: " + outcome.output());
    }
  }

  /** The command with which another process can end the server. */
  public List<String> stopCommand() {
    return tools.stopCommand();
  }

  private int startFresh(int configuredPort) throws IOException {
    Path output = folder.resolve("log").resolve("start.log");
    String reason = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = configuredPort == 0 ? freePort() : configuredPort;
      PostgresTools.Outcome outcome = tools.start(port, output);
      if (outcome.succeeded()) {
        return port;
      }
      reason = outcome.output() + System.lineSeparator() + cluster.lastLogLines();
      if (configuredPort != 0) {
        break;
      }
    }
    throw new OperatorException(
        "PostgreSQL in %s does not start.%n%s".formatted(cluster.data(), reason));
  }

  private Running running(int port, Origin origin) {
    try {
      return new Running(cluster.createDatabase(port), port, origin);
    } catch (SQLException e) {
      throw new OperatorException(
          "PostgreSQL on port %d runs, but its database cannot be opened: %s"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** Whether the server at this port is the one of our folder and lets us in. */
  private boolean answers(int port) {
    try (Connection connection = cluster.superuser(port).connect(ANSWER_SECONDS);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW data_directory")) {
      return result.next() && Files.isSameFile(Path.of(result.getString(1)), cluster.data());
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
