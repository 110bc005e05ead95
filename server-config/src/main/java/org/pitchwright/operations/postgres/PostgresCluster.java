package org.pitchwright.operations.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.pitchwright.operations.configuration.OwnerOnly;
import org.pitchwright.operations.configuration.SecretFile;
import org.pitchwright.operations.console.OperatorException;

/** The data folder of the embedded PostgreSQL: its making, its settings, its roles. */
final class PostgresCluster {

  private static final String SETTINGS = "pitchwright.conf";
  private static final String SUPERUSER = "postgres";

  /**
   * The character classification, best first: PostgreSQL's trigram index needs one that knows
   * Chinese letters, and not every system has the first.
   */
  private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "C");

  private static final int CONNECT_SECONDS = 30;
  private static final int LOG_LINES = 12;

  private final Path data;
  private final SecretFile superuserPassword;
  private final SecretFile password;

  PostgresCluster(Path data, SecretFile superuserPassword, SecretFile password) {
    this.data = data;
    this.superuserPassword = superuserPassword;
    this.password = password;
  }

  /** The folder. */
  Path data() {
    return data;
  }

  /** Makes the folder unless it is there. It takes its name only when it is complete. */
  void create(PostgresTools tools, ServiceAccount account) throws IOException {
    if (Files.exists(data)) {
      requireVersion(Files.readString(data.resolve("PG_VERSION")).strip());
      return;
    }
    Path folder = data.resolveSibling("");
    Path partial = data.resolveSibling("data.partial");
    Path passwordFile = folder.resolve(".password");
    Files.createDirectories(folder.resolve("log"));
    Files.deleteIfExists(passwordFile);
    OwnerOnly.file(passwordFile, superuserPassword.readOrCreate());
    try {
      account.own(folder);
      initialize(tools, partial, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.writeString(
        partial.resolve("postgresql.conf"),
        System.lineSeparator() + "include '" + SETTINGS + "'" + System.lineSeparator(),
        StandardOpenOption.APPEND);
    account.own(folder);
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes the settings of this version of Pitchwright; they hold from the next start on. */
  void configure() throws IOException {
    try (InputStream settings = PostgresCluster.class.getResourceAsStream(SETTINGS)) {
      if (settings == null) {
        throw new IOException("The class path has no " + SETTINGS);
      }
      Files.copy(settings, data.resolve(SETTINGS), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The administrator's way in. */
  Database superuser(int port) {
    return Database.local(port, SUPERUSER, SUPERUSER, superuserPassword.read());
  }

  /** Makes the application's role and database unless they are there. */
  Database createDatabase(int port) throws SQLException {
    Database database =
        Database.local(port, EmbeddedPostgres.NAME, EmbeddedPostgres.NAME, password.readOrCreate());
    try (Connection connection = superuser(port).connect(CONNECT_SECONDS);
        Statement statement = connection.createStatement()) {
      boolean roleExists = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = ");
      String verb = roleExists ? "ALTER ROLE " : "CREATE ROLE ";
      statement.execute(
          verb + EmbeddedPostgres.NAME + " LOGIN PASSWORD " + quoted(database.password()));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = ")) {
        statement.execute(
            "CREATE DATABASE " + EmbeddedPostgres.NAME + " OWNER " + EmbeddedPostgres.NAME);
      }
    }
    return database;
  }

  /** The end of the newest log, for the operator of a server that does not start. */
  String lastLogLines() throws IOException {
    try (Stream<Path> logs = Files.list(data.resolveSibling("log"))) {
      Path newest =
          logs.max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
              .orElse(null);
      if (newest == null) {
        return "";
      }
      List<String> lines = Files.readString(newest, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
  }

  private static void initialize(PostgresTools tools, Path target, Path passwordFile)
      throws IOException {
    String reason = "";
    for (String characterType : CHARACTER_TYPES) {
      PostgresBinaries.delete(target);
      PostgresTools.Outcome outcome =
          tools.initialize(
              target,
              List.of(
                  "--username=" + SUPERUSER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--lc-ctype=" + characterType,
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--data-checksums"));
      if (outcome.succeeded()) {
        return;
      }
      reason = outcome.output();
    }
    throw new OperatorException("PostgreSQL's data folder cannot be made: " + reason);
  }

  private void requireVersion(String version) {
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new OperatorException(
          "The data in %s belongs to PostgreSQL %s, but this Pitchwright brings PostgreSQL %s. Make a backup with the Pitchwright that wrote it, and restore it with this one."
              .formatted(data, version, PostgresBinaries.MAJOR_VERSION));
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query + quoted(EmbeddedPostgres.NAME))) {
      return result.next();
    }
  }

  /** A literal for statements that take no parameters; only our own secrets and names come here. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
