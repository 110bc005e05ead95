package org.pitchwright.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;

/**
 * Payara Server with the EAR, installed by {@code server-config/payara-server/install.sh} as an
 * administrator does, on the database that the run on Payara Micro has filled.
 */
public final class LaunchedServer implements RunningServer {
  private static final String DOMAIN = "pitchwright-it";
  private static final int LOWEST_BASE = 20_000;
  private static final int HIGHEST_BASE = 30_000;
  private static final int BASE_STEP = 200;
  private static final int HTTP = 80;

  /** What a domain listens on, counted from its base port (asadmin create-domain, portbase). */
  private static final int[] PORTS = {9, 37, 38, 39, 48, 66, 76, HTTP, 81, 86};

  private final Path home;
  private final Path payara;
  private final Path data;
  private final EmbeddedPostgres postgres;
  private final int base = freeBase();
  private Database database = new Database("", "", "");

  private LaunchedServer(Path home, Path payara, Path data) {
    this.home = home;
    this.payara = payara;
    this.data = data;
    DataDirectory directory = new DataDirectory(data);
    directory.create();
    this.postgres = EmbeddedPostgres.prepare(directory.postgresql(), directory.secrets());
  }

  /**
   * Installs and starts the server; comes back once it is deployed.
   *
   * @param payara folder of an unpacked Payara Server
   * @param data a data directory, filled with the demo company where it is not yet
   */
  public static LaunchedServer demo(Path home, Path payara, Path data) {
    if (!Files.exists(new DataDirectory(data).demo().resolve("finished"))) {
      LaunchedMicro.demo(home, data).stop();
    }
    LaunchedServer server = new LaunchedServer(home, payara, data);
    try {
      server.install();
    } catch (RuntimeException e) {
      server.postgres.stop();
      throw e;
    }
    return server;
  }

  private void install() {
    // What an interrupted run has left.
    if (Files.exists(payara.resolve("glassfish/domains").resolve(DOMAIN))) {
      administer("remove", List.of());
    }
    database = postgres.start(0).database();
    administer("install", installation());
  }

  /** The options with which this server was installed. */
  public List<String> installation() {
    return List.of(
        "--ear",
        ear(),
        "--driver",
        home.resolve("server-config/target/payara/postgresql.jar").toString(),
        "--trainer",
        home.resolve("learning/target/trainer").toString(),
        "--data-dir",
        data.toString(),
        "--db-url",
        database.url(),
        "--db-user",
        database.user(),
        "--db-password-file",
        new DataDirectory(data).secrets().resolve("postgresql-password").toString(),
        "--port-base",
        Integer.toString(base),
        "--property",
        "pitchwright.demo=true");
  }

  /** The unpacked Payara Server. */
  public Path payara() {
    return payara;
  }

  /** Name of the domain. */
  public String domain() {
    return DOMAIN;
  }

  @Override
  public Database database() {
    return database;
  }

  /** Replaces the deployed application with the same one, in the running server. */
  public void redeploy() {
    administer("deploy", List.of("--ear", ear()));
  }

  @Override
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + (base + HTTP) + "/");
  }

  @Override
  public Path dataDirectory() {
    return data;
  }

  @Override
  public void stop() {
    try {
      administer("stop", List.of());
    } finally {
      postgres.stop();
    }
  }

  private String ear() {
    return home.resolve("ear/target/pitchwright.ear").toString();
  }

  private void administer(String action, List<String> options) {
    Outcome outcome = script(action, DOMAIN, options);
    outcome.output().lines().forEach(line -> System.out.println("  [install.sh] " + line));
    if (outcome.status() != 0) {
      throw new IllegalStateException("install.sh " + action + " failed:\n" + outcome.output());
    }
  }

  /** Runs the installation script for a domain. */
  public Outcome script(String action, String domain, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(home.resolve("server-config/payara-server/install.sh").toString());
    command.addAll(List.of(action, "--payara", payara.toString(), "--domain", domain));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return Outcome.of(builder);
  }

  private static int freeBase() {
    return IntStream.iterate(LOWEST_BASE, base -> base < HIGHEST_BASE, base -> base + BASE_STEP)
        .filter(base -> IntStream.of(PORTS).allMatch(port -> isFree(base + port)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No ports are free for a domain"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.getLocalPort() == port;
    } catch (IOException e) {
      return false;
    }
  }
}
