package org.pitchwright.operations.payara;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pitchwright.operations.console.OperatorException;

/** A server JVM that was started. */
public final class ServerProcess {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
  private static final long COPIER_SECONDS = 5;
  private static final long FORCED_SECONDS = 5;

  private final Process process;
  private final Endpoint endpoint;
  private final RotatingLog log;
  private final LogDigest digest;
  private final Thread copier;

  private ServerProcess(
      Process process, Endpoint endpoint, RotatingLog log, LogDigest digest, Thread copier) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
    this.digest = digest;
    this.copier = copier;
  }

  static ServerProcess of(Process process, Endpoint endpoint, RotatingLog log) {
    LogDigest digest = new LogDigest();
    Thread copier = new Thread(() -> copy(process, log, digest), "server-log");
    copier.setDaemon(true);
    copier.start();
    return new ServerProcess(process, endpoint, log, digest, copier);
  }

  /** The operating system's view of the server. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where it listens. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Waits until {@code /health/ready} says that the application is ready for work.
   *
   * @throws OperatorException with the relevant lines of the log when the server ends or does not
   *     become ready in time
   */
  public void awaitReady(Duration timeout) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(
                HttpClient.Version
                    .HTTP_1_1) // An upgraded connection that timed out once is never free again.
            .connectTimeout(REQUEST_TIMEOUT)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.local().resolve("/health/ready"))
            .timeout(REQUEST_TIMEOUT)
            .build();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!isReady(client, request)) {
      if (!process.isAlive()) {
        throw new OperatorException("The server ended while it started." + explanation());
      }
      if (digest.isHopeless()) {
        throw new OperatorException("The application could not be started." + explanation());
      }
      if (System.nanoTime() > deadline) {
        throw new OperatorException(
            "The server was not ready after %d s. A slow machine may need more: set pitchwright.server.start-timeout.%s"
                .formatted(timeout.toSeconds(), explanation()));
      }
      pause();
    }
  }

  /** Waits until the server ends, and returns its exit status. */
  public int awaitEnd() throws InterruptedException {
    int status = process.waitFor();
    copier.join(TimeUnit.SECONDS.toMillis(COPIER_SECONDS));
    return status;
  }

  /** Asks the server to end, and ends it by force when it takes longer than this. */
  public void stop(Duration patience) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.toHandle().destroy(); // Process.destroy would close the pipe, and lose the last lines.
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(FORCED_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /** The lines of the log that an operator needs to understand a failure. */
  public String explanation() {
    String newLine = System.lineSeparator();
    List<String> lines = digest.lines();
    return newLine
        + (lines.isEmpty() ? "" : "The last warnings and errors of its log:" + newLine)
        + String.join("", lines.stream().map(line -> "  " + line + newLine).toList())
        + "The whole log is "
        + log.file();
  }

  private static boolean isReady(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // It does not listen yet.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The start was interrupted.", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The start was interrupted.", e);
    }
  }

  private static void copy(Process process, RotatingLog log, LogDigest digest) {
    try {
      log.copy(process.getInputStream(), digest::accept);
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new OperatorException(
            "The log %s cannot be written: %s".formatted(log.file(), e.getMessage()), e);
      }
    }
  }
}
