package org.pitchwright.operations.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import org.pitchwright.operations.client.ServerClient;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.Installation;
import org.pitchwright.operations.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pitchwright demo}: the server with a company to look at. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server, fills an empty database with the demo company, and runs cleansing and"
          + " training.",
      "A second start finds its data again; a start that was interrupted goes on."
    })
final class DemoCommand implements Callable<Integer> {

  private static final List<String> PEOPLE =
      List.of("admin", "marketer", "reviewer", "analyst", "operator", "agent");

  private final Console console;
  @Mixin private ServerOptions options = new ServerOptions();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = options.load();
    try (ServerSession session =
        ServerSession.open(console, configuration, Installation.current(), Edition.DEMO)) {
      session.start();
      ServerClient client = session.client();
      session.work(() -> new DemoFilling(client, console, session.directory().demo()).fill());
      welcome(session.endpoint().url());
      return session.awaitEnd();
    }
  }

  private void welcome(String url) {
    console.line("");
    console.line("Pitchwright is ready: " + url);
    console.line("");
    console.line("  Sign in as   " + String.join(", ", PEOPLE));
    console.line("  Password     <name>-demo, such as marketer-demo");
    console.line("  REST client  crm-demo / crm-demo-secret");
    console.line("  SOAP client  crm-demo / crm-demo-soap-secret");
    console.line("");
    console.line("Stop it with Ctrl-C.");
  }
}
