package org.pitchwright.operations.launcher;

import java.util.concurrent.Callable;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.Installation;
import org.pitchwright.operations.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pitchwright start}: the server, until it is stopped. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts the database and the server, and keeps them running until Ctrl-C.")
final class StartCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private ServerOptions options = new ServerOptions();

  StartCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = options.load();
    try (ServerSession session =
        ServerSession.open(console, configuration, Installation.current(), Edition.PRODUCTION)) {
      session.start();
      console.line("");
      console.line("Pitchwright is ready: " + session.endpoint().url());
      console.line("Stop it with Ctrl-C.");
      return session.awaitEnd();
    }
  }
}
