package org.pitchwright.testing;

import java.net.URI;
import java.nio.file.Path;

/** Starts the one server of the JVM when it is first asked for. */
final class SharedServer {
  static final RunningServer RUNNING = start();

  private SharedServer() {}

  private static RunningServer start() {
    Path home = Path.of(property("pitchwright.it.home"));
    Path data = Path.of(property("pitchwright.it.data"));
    String kind = property("pitchwright.it.server");
    if (kind.startsWith("http")) {
      return new StartedAlready(URI.create(kind), data);
    }
    RunningServer server =
        switch (kind) {
          case "micro" -> LaunchedMicro.demo(home, data);
          case "server" ->
              LaunchedServer.demo(home, Path.of(property("pitchwright.it.payara")), data);
          default ->
              throw new IllegalStateException(
                  "pitchwright.it.server must be micro, server, or the address of a server that"
                      + " runs");
        };
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-shared-server"));
    return server;
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "The system property " + name + " is set by Failsafe; run the tests with mvn verify");
    }
    return value;
  }
}
