package org.pitchwright.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests: started once for a JVM, with a migrated database for who asks. */
public final class TestDatabase {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestDatabase() {}

  /** An empty database with the product's schema, of the caller's own. */
  public static DataSource migrated() {
    EmbeddedPostgres server = Server.RUNNING;
    String name = "test_" + COUNTER.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE migrated");
    } catch (SQLException e) {
      throw new IllegalStateException("The test's database could not be created", e);
    }
    return server.getDatabase("postgres", name);
  }

  /** Starts the server and makes the template when first asked. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE migrated");
        }
        Flyway.configure()
            .dataSource(server.getDatabase("postgres", "migrated"))
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("The test PostgreSQL did not start", e);
      } catch (SQLException e) {
        throw new IllegalStateException("The test database could not be created", e);
      }
    }
  }
}
