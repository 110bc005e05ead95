package org.pitchwright.behavior.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.pitchwright.operations.benchmark.ServerUnderTest;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * COPY of a CSV file into {@code event_copy}, by psql, or by the JDBC driver where there is none.
 */
sealed interface Copy {
  /** How long the file takes, everything included. */
  double seconds(Path file, List<String> columns)
      throws IOException, InterruptedException, SQLException;

  /** By psql, if it is on this machine. */
  static Copy of(ServerUnderTest server) throws InterruptedException {
    try {
      int status =
          new ProcessBuilder("psql", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      return status == 0 ? new ByPsql(server) : new ByDriver(server);
    } catch (IOException e) {
      return new ByDriver(server);
    }
  }

  private static String command(String source, List<String> columns) {
    return "COPY event_copy ("
        + String.join(", ", columns)
        + ") FROM "
        + source
        + " WITH (FORMAT csv, HEADER)";
  }

  /** {@code psql -c '\copy …'}. */
  record ByPsql(ServerUnderTest server) implements Copy {
    @Override
    public double seconds(Path file, List<String> columns)
        throws IOException, InterruptedException {
      Database database = server.database();
      ProcessBuilder builder =
          new ProcessBuilder(
                  "psql",
                  "--no-psqlrc",
                  "--host=127.0.0.1",
                  "--port=" + server.databasePort(),
                  "--username=" + database.user(),
                  "--dbname=" + EmbeddedPostgres.NAME,
                  "--command=\\" + command("'" + file + "'", columns))
              .redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", database.password());
      long start = System.nanoTime();
      Process psql = builder.start();
      String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (psql.waitFor() != 0) {
        throw new IOException("psql failed: " + output);
      }
      return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public String toString() {
      return "psql \\copy";
    }
  }

  /** The driver's CopyManager. */
  record ByDriver(ServerUnderTest server) implements Copy {
    @Override
    public double seconds(Path file, List<String> columns) throws IOException, SQLException {
      long start = System.nanoTime();
      try (Connection connection = server.connect();
          Reader reader = Files.newBufferedReader(file)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(command("STDIN", columns), reader);
      }
      return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public String toString() {
      return "the JDBC driver, as psql is not installed (apt-get install postgresql-client)";
    }
  }
}
