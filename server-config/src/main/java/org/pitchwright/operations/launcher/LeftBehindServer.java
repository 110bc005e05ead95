package org.pitchwright.operations.launcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pitchwright.operations.client.RunningServer;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;

/**
 * A server whose launcher and guard were both killed. It would go on writing to the database beside
 * the new one, so that it is ended first.
 */
final class LeftBehindServer {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private LeftBehindServer() {}

  /** Ends the server that {@code run/server.json} names if it still lives. */
  static void end(Console console, DataDirectory directory) {
    RunningServer.read(directory)
        .map(RunningServer::pid)
        .filter(pid -> pid > 0)
        .flatMap(ProcessHandle::of)
        .filter(process -> belongsTo(process, directory))
        .ifPresent(
            process -> console.step("Ending a server that was left behind", () -> endNow(process)));
  }

  /** Whether the process is a server on this directory, and not one that took over its id. */
  private static boolean belongsTo(ProcessHandle process, DataDirectory directory) {
    String mark = "-D" + Setting.DATA_DIR.key() + "=" + directory.root();
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(mark))
        .orElse(false);
  }

  private static void endNow(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("The start was interrupted.", e);
    }
  }
}
