package org.pitchwright.operations.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.client.RunningServer;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.SecretFile;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;

/**
 * The product with the demo company, started by its own launcher as a user does, but for the
 * resource that {@link BenchmarkWar} adds.
 */
public final class ServerUnderTest implements AutoCloseable {
  private static final String READY = "Pitchwright is ready: ";
  private static final String START_SECONDS = "900";
  private static final long STOP_SECONDS = 60;
  private static final int CONNECT_SECONDS = 10;

  private final Path home;
  private final DataDirectory directory;
  private final Process launcher;
  private final RunningServer running;

  private ServerUnderTest(Path home, DataDirectory directory, Process launcher) {
    this.home = home;
    this.directory = directory;
    this.launcher = launcher;
    this.running = RunningServer.require(directory);
  }

  /**
   * Starts the server; the first time on a data directory it is filled, which takes minutes.
   *
   * @param home the built checkout
   * @param work for files of the benchmarks
   * @param data data directory of the server
   */
  public static ServerUnderTest start(Path home, Path work, Path data) throws IOException {
    return start(home, work, data, Map.of());
  }

  /**
   * The same with settings of its own.
   *
   * @param settings by the names that they have as environment variables
   */
  public static ServerUnderTest start(Path home, Path work, Path data, Map<String, String> settings)
      throws IOException {
    Path copy = work.resolve("home");
    BenchmarkWar.write(
        home.resolve("web-module/target/pitchwright.war"),
        copy.resolve("web-module/target/pitchwright.war"));
    Path payara = Path.of("server-config", "target", "payara");
    Files.createDirectories(copy.resolve(payara));
    for (String jar : List.of("payara-micro.jar", "postgresql.jar")) {
      Files.copy(
          home.resolve(payara).resolve(jar),
          copy.resolve(payara).resolve(jar),
          StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        command(home, copy, List.of("demo", "--http-port", "0", "--data-dir", data.toString()))
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PITCHWRIGHT_TRAINER_HOME", home.resolve("learning/target/trainer").toString());
    environment.putIfAbsent("PITCHWRIGHT_SERVER_START_TIMEOUT", START_SECONDS);
    environment.putAll(settings);
    Process launcher = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(launcher.toHandle()::destroy, "stop-server"));
    awaitReady(launcher);
    return new ServerUnderTest(home, new DataDirectory(data), launcher);
  }

  private static void awaitReady(Process launcher) throws IOException {
    BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8);
    @Nullable String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      System.out.println("  [server] " + line);
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The server did not start; what it said stands above");
    }
    Thread drain = new Thread(() -> output.lines().forEach(said -> {}), "server-output");
    drain.setDaemon(true);
    drain.start();
  }

  /** A command of {@code ./pitchwright} on this server's data directory, not started yet. */
  public ProcessBuilder command(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--data-dir", directory.root().toString()));
    return command(home, home, all);
  }

  /** Started as the script {@code pitchwright} starts it. */
  private static ProcessBuilder command(Path program, Path home, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.add("-Dpitchwright.home=" + home);
    command.add("-cp");
    command.add(program.resolve("server-config/target/launcher") + "/*");
    command.add("org.pitchwright.operations.launcher.Pitchwright");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** An address of the server. */
  public String url(String path) {
    return running.url() + "/" + path;
  }

  /** The demo company's files. */
  public Path demoFile(String name) {
    return directory.demo().resolve(name);
  }

  /** The server's database. */
  public Database database() {
    return Database.local(
        running.databasePort(),
        EmbeddedPostgres.NAME,
        EmbeddedPostgres.NAME,
        new SecretFile(directory.secrets().resolve("postgresql-password")).read());
  }

  /** TCP port of the database on the loopback address. */
  public int databasePort() {
    return running.databasePort();
  }

  /** A connection of its own. */
  public Connection connect() throws SQLException {
    return database().connect(CONNECT_SECONDS);
  }

  /** CPU time of the server process. */
  public CpuClock serverClock() {
    return CpuClock.of(handle(running.pid()));
  }

  /** CPU time of PostgreSQL with all its backends. */
  public CpuClock databaseClock() throws IOException {
    Path file = directory.postgresql().resolve("data").resolve("postmaster.pid");
    return CpuClock.of(handle(Long.parseLong(Files.readAllLines(file).get(0).strip())));
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new OperatorException("There is no process " + pid));
  }

  @Override
  public void close() {
    launcher
        .toHandle()
        .destroy(); // Process.destroy would close the pipe that is read until the end.
    try {
      if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
