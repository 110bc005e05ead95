package org.pitchwright.operations.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.operations.guard.GuardProcess;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;

/** The database of a session: the configured one, or the embedded one from its start to its end. */
final class DatabaseSession {

  private static final int OLDEST_VERSION = 15;
  private static final int CONNECT_SECONDS = 15;
  private static final int HIGHEST_PORT = 65_535;

  private final Console console;
  private final Configuration configuration;
  private final DataDirectory directory;
  private @Nullable EmbeddedPostgres embedded;
  private int port;

  DatabaseSession(Console console, Configuration configuration, DataDirectory directory) {
    this.console = console;
    this.configuration = configuration;
    this.directory = directory;
  }

  /**
   * Makes sure that there is a database.
   *
   * @param guard learns how to stop the embedded server
   */
  Database start(GuardProcess guard) {
    return configuration
        .find(Setting.DB_URL)
        .map(this::connectExternal)
        .orElseGet(() -> startEmbedded(guard));
  }

  /** TCP port of the embedded server; 0 when an external one is used. */
  int port() {
    return port;
  }

  /** Ends the embedded server; an external one is left alone. */
  void stop() {
    EmbeddedPostgres postgres = embedded;
    if (postgres != null) {
      console.step("Stopping PostgreSQL", postgres::stop);
    }
  }

  private Database startEmbedded(GuardProcess guard) {
    EmbeddedPostgres postgres =
        console.step(
            "Preparing PostgreSQL",
            () -> EmbeddedPostgres.prepare(directory.postgresql(), directory.secrets()));
    embedded = postgres;
    guard.runLast(postgres.stopCommand());
    int wanted = configuration.number(Setting.DB_PORT, 0, HIGHEST_PORT);
    EmbeddedPostgres.Running running =
        console.step("Starting PostgreSQL", () -> postgres.start(wanted));
    if (running.origin() == EmbeddedPostgres.Origin.FOUND_RUNNING) {
      console.line("PostgreSQL was still running from before; it is used as it is.");
    }
    port = running.port();
    return running.database();
  }

  private Database connectExternal(String url) {
    Database database =
        new Database(
            url, configuration.get(Setting.DB_USER), configuration.get(Setting.DB_PASSWORD));
    console.step("Connecting to the database " + url, () -> requireVersion(database));
    return database;
  }

  private static void requireVersion(Database database) {
    try (Connection connection = database.connect(CONNECT_SECONDS)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_VERSION) {
        throw new OperatorException(
            "The database %s is PostgreSQL %d, but Pitchwright needs %d or later."
                .formatted(database.url(), version, OLDEST_VERSION));
      }
    } catch (SQLException e) {
      throw new OperatorException(
          "The database %s of pitchwright.db.url cannot be reached as user %s: %s"
              .formatted(database.url(), database.user(), e.getMessage()),
          e);
    }
  }
}
