package org.pitchwright.operations.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.client.RunningServer;
import org.pitchwright.operations.client.ServerClient;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.Installation;
import org.pitchwright.operations.configuration.LocalClient;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.operations.guard.GuardProcess;
import org.pitchwright.operations.payara.Endpoint;
import org.pitchwright.operations.payara.RotatingLog;
import org.pitchwright.operations.payara.ServerProcess;
import org.pitchwright.operations.postgres.Database;

/**
 * A database, a server and their guard on one data directory, from start to end. Whatever ends the
 * session (Ctrl-C, SIGTERM, a failure, {@link #close}) ends the server first and the database after
 * it, once.
 */
final class ServerSession implements AutoCloseable {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(18);
  private static final Duration SIGNAL_PATIENCE = Duration.ofMillis(700);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_START_SECONDS = 3_600;
  private static final int SIGNAL_STATUS = 128;

  private final Console console;
  private final Configuration configuration;
  private final DataDirectory directory;
  private final ServerRecipe recipe;
  private final DatabaseSession database;
  private final DataDirectoryLock lock;
  private final Thread hook = new Thread(this::endAtSignal, "end");

  private @Nullable GuardProcess guard;
  private @Nullable ServerProcess server;
  private boolean ended;
  private volatile boolean signalled;

  private ServerSession(
      Console console,
      Configuration configuration,
      DataDirectory directory,
      ServerRecipe recipe,
      DataDirectoryLock lock) {
    this.console = console;
    this.configuration = configuration;
    this.directory = directory;
    this.recipe = recipe;
    this.database = new DatabaseSession(console, configuration, directory);
    this.lock = lock;
  }

  /**
   * Takes the data directory. Nothing is started yet.
   *
   * @throws OperatorException when another launcher works on it
   */
  static ServerSession open(
      Console console, Configuration configuration, Installation installation, Edition edition) {
    DataDirectory directory = new DataDirectory(configuration.path(Setting.DATA_DIR));
    ServerRecipe recipe = new ServerRecipe(configuration, directory, installation, edition);
    directory.create();
    DataDirectoryLock lock = DataDirectoryLock.acquire(directory);
    ServerSession session = new ServerSession(console, configuration, directory, recipe, lock);
    Runtime.getRuntime().addShutdownHook(session.hook);
    return session;
  }

  /**
   * Starts database and server, and waits until the server is ready.
   *
   * @throws OperatorException with the reason when something does not start
   */
  void start() {
    LeftBehindServer.end(console, directory);
    Endpoint endpoint =
        Endpoint.reserve(
            recipe.address(), configuration.number(Setting.HTTP_PORT, 0, HIGHEST_PORT));
    LocalClient.readOrCreate(directory);
    new RunningServer(0, ProcessHandle.current().pid(), endpoint.port(), 0, endpoint.local(), false)
        .write(directory);
    Database address = failQuietlyAtSignal(this::startDatabase);
    Duration timeout =
        Duration.ofSeconds(
            configuration.number(Setting.SERVER_START_TIMEOUT, 1, LONGEST_START_SECONDS));
    console.step(
        "Starting the server on port " + endpoint.port(),
        () -> failQuietlyAtSignal(() -> startServer(address, endpoint).awaitReady(timeout)));
    announce(true);
  }

  /**
   * Does work that needs the server.
   *
   * @throws OperatorException when it fails
   */
  void work(Runnable work) {
    failQuietlyAtSignal(work);
  }

  /** Where the server listens. */
  Endpoint endpoint() {
    return running().endpoint();
  }

  /** A client of this server. */
  ServerClient client() {
    return ServerClient.of(directory);
  }

  /** The folder that this session works on. */
  DataDirectory directory() {
    return directory;
  }

  /**
   * Waits until the server ends, which it does by itself only in a failure.
   *
   * @return exit status of the launcher
   */
  int awaitEnd() throws InterruptedException {
    int status = running().awaitEnd();
    waitForeverIfSignalled();
    String how =
        status > SIGNAL_STATUS
            ? "it was killed by signal " + (status - SIGNAL_STATUS)
            : "exit status " + status;
    console.failure(
        "pitchwright: The server ended unexpectedly (%s).%s"
            .formatted(how, running().explanation()));
    return 1;
  }

  /** Ends server and database. */
  @Override
  public void close() {
    if (!signalled) {
      Runtime.getRuntime().removeShutdownHook(hook);
      end();
    }
  }

  private synchronized Database startDatabase() {
    requireNotEnded();
    guard = GuardProcess.start(directory.logs().resolve("guard.log"));
    return database.start(guard);
  }

  private synchronized ServerProcess startServer(Database address, Endpoint endpoint) {
    requireNotEnded();
    ServerProcess started =
        recipe.micro(address, endpoint).start(new RotatingLog(directory.serverLog()));
    server = started;
    if (guard != null) {
      guard.watch(started.handle());
    }
    announce(false);
    return started;
  }

  /** Work that fails because a signal ends the session fails without a word. */
  private <T> T failQuietlyAtSignal(Supplier<T> work) {
    try {
      return work.get();
    } catch (OperatorException e) {
      waitForeverIfSignalled();
      throw e;
    }
  }

  private void failQuietlyAtSignal(Runnable work) {
    failQuietlyAtSignal(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /**
   * Leaves the rest to the shutdown hook. Ctrl-C reaches the server and the launcher in any order,
   * so that the hook may begin a little later than the server ends.
   */
  private synchronized void waitForeverIfSignalled() {
    try {
      long deadline = System.nanoTime() + SIGNAL_PATIENCE.toNanos();
      while (signalled || System.nanoTime() < deadline) {
        wait(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void announce(boolean ready) {
    ServerProcess process = running();
    new RunningServer(
            process.handle().pid(),
            ProcessHandle.current().pid(),
            process.endpoint().port(),
            database.port(),
            process.endpoint().local(),
            ready)
        .write(directory);
  }

  private ServerProcess running() {
    return Optional.ofNullable(server)
        .orElseThrow(() -> new IllegalStateException("The session was not started"));
  }

  private void requireNotEnded() {
    if (ended) {
      throw new OperatorException("The start was interrupted.");
    }
  }

  private void endAtSignal() {
    signalled = true;
    console.line("");
    end();
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      ServerProcess process = server;
      if (process != null && process.handle().isAlive()) {
        console.step("Stopping the server", () -> process.stop(STOP_PATIENCE));
      }
      database.stop();
      directory.serverFile().toFile().delete();
      recipe.cleanUp();
      if (guard != null) {
        guard.close();
      }
    } catch (OperatorException e) {
      console.failure("pitchwright: " + e.getMessage());
    } finally {
      lock.close();
    }
  }
}
