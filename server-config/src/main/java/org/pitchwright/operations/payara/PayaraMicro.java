package org.pitchwright.operations.payara;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pitchwright.operations.console.OperatorException;

/**
 * How Payara Micro is run with the application.
 *
 * @param jar Payara Micro
 * @param driver JDBC driver
 * @param war the application; it gets the context root {@code /}
 * @param workFolder for the files that configure the server, and for its temporary files
 * @param endpoint where it listens
 * @param sizing memory, threads, connections
 * @param properties system properties; nothing secret, they show in the process list
 * @param environment environment variables on top of this process's; the place for what is secret.
 *     {@code PITCHWRIGHT_DB_URL}, {@code _USER} and {@code _PASSWORD} are required.
 */
public record PayaraMicro(
    Path jar,
    Path driver,
    Path war,
    Path workFolder,
    Endpoint endpoint,
    Sizing sizing,
    Map<String, String> properties,
    Map<String, String> environment) {

  private static final int LEAST_THREADS = 8;

  /**
   * Memory, threads and connections.
   *
   * @param memory as {@code -Xmx} takes it
   * @param threads largest number of HTTP worker threads
   * @param connections largest number of database connections
   * @param jvmOptions further options of the JVM
   */
  public record Sizing(String memory, int threads, int connections, List<String> jvmOptions) {}

  /**
   * Starts the server; it is not ready yet when this returns.
   *
   * @param log receives everything that the server prints
   */
  public ServerProcess start(RotatingLog log) {
    try {
      Files.createDirectories(temporaryFolder());
      Path boot = workFolder.resolve("pre-boot.asadmin");
      Files.writeString(boot, preBootCommands());
      Path logging = workFolder.resolve("logging.properties");
      Files.writeString(logging, resource("logging.properties"));
      ProcessBuilder builder =
          new ProcessBuilder(command(boot, logging))
              .redirectErrorStream(true)
              .directory(workFolder.toFile());
      builder.environment().putAll(environment);
      return ServerProcess.of(builder.start(), endpoint, log);
    } catch (IOException e) {
      throw new OperatorException("The server cannot be started: " + e.getMessage(), e);
    }
  }

  private Path temporaryFolder() {
    return workFolder.resolve("tmp");
  }

  private List<String> command(Path boot, Path logging) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + sizing.memory());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + temporaryFolder());
    command.add("-Djava.awt.headless=true");
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(sizing.jvmOptions());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of("--port", Integer.toString(endpoint.port())));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--minhttpthreads", Integer.toString(LEAST_THREADS)));
    command.addAll(List.of("--maxhttpthreads", Integer.toString(sizing.threads())));
    command.addAll(List.of("--addlibs", driver.toString()));
    command.addAll(List.of("--prebootcommandfile", boot.toString()));
    command.addAll(List.of("--logproperties", logging.toString()));
    command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
    return command;
  }

  private String preBootCommands() throws IOException {
    return resource("pre-boot.asadmin")
        .replace("@CONNECTIONS@", Integer.toString(sizing.connections()))
        .replace("@ADDRESS@", endpoint.address());
  }

  private static String resource(String name) throws IOException {
    try (InputStream content = PayaraMicro.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IOException("The class path has no " + name);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
