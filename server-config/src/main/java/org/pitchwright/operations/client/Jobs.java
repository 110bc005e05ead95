package org.pitchwright.operations.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pitchwright.operations.console.Console;

/** Starts, follows and stops batch jobs on a server. */
public final class Jobs {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final ServerClient client;
  private final Console console;

  /** Jobs of the server behind this client, shown on this console. */
  public Jobs(ServerClient client, Console console) {
    this.client = client;
    this.console = console;
  }

  private record Page(List<Job> items) {}

  private record Start(Map<String, String> parameters) {}

  /** All jobs that the server offers. */
  public List<Job> list() {
    return client.get("jobs", Page.class).items();
  }

  /** Starts a job. */
  public Execution start(String name, Map<String, String> parameters) {
    return client.post(
        "jobs/" + ServerClient.encoded(name) + "/executions",
        new Start(parameters),
        Execution.class);
  }

  /** Asks a run to stop at its next checkpoint. */
  public Execution stop(long execution) {
    return act(execution, "stop");
  }

  /** Starts a run again where it stopped or failed. */
  public Execution restart(long execution) {
    return act(execution, "restart");
  }

  /**
   * Waits until a run is over.
   *
   * @param showProgress whether progress is shown meanwhile
   * @return the run as it ended
   */
  public Execution await(Execution started, boolean showProgress) {
    if (!showProgress) {
      return await(started, execution -> {});
    }
    try (ProgressDisplay display = new ProgressDisplay(console, started.job())) {
      return await(started, execution -> display.show(execution.progress()));
    }
  }

  /** How a run stands, in one sentence. */
  public static String describe(Execution execution) {
    String message = execution.lastMessage();
    return "%s, execution %d: %s%s"
        .formatted(
            execution.job(),
            execution.id(),
            execution.status(),
            message.isEmpty() ? "" : " (" + message + ")");
  }

  private Execution act(long execution, String action) {
    return client.post("jobs/executions/" + execution + "/" + action, Map.of(), Execution.class);
  }

  private Execution await(Execution started, Consumer<Execution> watcher) {
    Pause pause = new Pause(SHORTEST_PAUSE, LONGEST_PAUSE);
    Execution execution = started;
    watcher.accept(execution);
    while (!execution.isOver()) {
      pause.take();
      execution = client.get("jobs/executions/" + started.id(), Execution.class);
      watcher.accept(execution);
    }
    return execution;
  }
}
