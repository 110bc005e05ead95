package org.pitchwright.testing;

import java.net.URI;
import java.nio.file.Path;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.SecretFile;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;

/**
 * The server that all integration tests of a JVM share: started by the first test that asks,
 * stopped when the JVM ends. {@code pitchwright.it.server} tells which it is.
 */
public interface RunningServer {
  /** Base address, with a slash at its end. */
  URI baseUri();

  /** The data directory, with its secrets and logs. */
  Path dataDirectory();

  /** The database; unless told otherwise the embedded one, whose port the launcher wrote down. */
  default Database database() {
    DataDirectory directory = new DataDirectory(dataDirectory());
    int port = org.pitchwright.operations.client.RunningServer.require(directory).databasePort();
    String password = new SecretFile(directory.secrets().resolve("postgresql-password")).read();
    return Database.local(port, EmbeddedPostgres.NAME, EmbeddedPostgres.NAME, password);
  }

  /** Stops the server and its database. */
  void stop();

  /** The server of this JVM. */
  static RunningServer current() {
    return SharedServer.RUNNING;
  }
}
