package org.pitchwright.testing;

import java.net.URI;
import java.nio.file.Path;

/**
 * The server that all integration tests of a JVM share: started by the first test that asks,
 * stopped when the JVM ends. {@code pitchwright.it.server} tells which it is.
 */
public interface RunningServer {
  /** Base address, with a slash at its end. */
  URI baseUri();

  /** The data directory, with its secrets and logs. */
  Path dataDirectory();

  /** Stops the server and its database. */
  void stop();

  /** The server of this JVM. */
  static RunningServer current() {
    return SharedServer.RUNNING;
  }
}
