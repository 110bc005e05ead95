package org.pitchwright.operations.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.SettingOptions;
import org.pitchwright.operations.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pitchwright job}: starts a batch job and waits for its end, or stops or restarts one. */
@Command(
    name = "job",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a batch job on the running server and waits for its end.",
      "Exit status 0 only if it completed."
    })
public final class JobCommand implements Callable<Integer> {

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "<name>",
      description = "Name of the job; 'pitchwright jobs' lists them.")
  private @Nullable String name;

  @Option(
      names = "--param",
      paramLabel = "<key=value>",
      arity = "1..*",
      description = "Parameters of the job.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--follow", description = "Shows progress meanwhile.")
  private boolean follow;

  @Mixin private SettingOptions settings = new SettingOptions();

  /** The command on this console. */
  public JobCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name == null) {
      throw new CommandLine.ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "Name a job; 'pitchwright jobs' lists them.");
    }
    Jobs jobs = new Jobs(ServerClient.of(settings.dataDirectory()), console);
    return report(jobs.await(jobs.start(name, parameters), follow));
  }

  /** Asks a run to stop. */
  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Asks a run to stop at its next checkpoint.")
  int stop(
      @Parameters(paramLabel = "<execution>", description = "Id of the run.") long execution,
      @Mixin SettingOptions options) {
    Jobs jobs = new Jobs(ServerClient.of(options.dataDirectory()), console);
    Execution ended = jobs.await(jobs.stop(execution), false);
    console.line(Jobs.describe(ended));
    return ended.status().equals("STOPPED") ? 0 : 1;
  }

  /** Starts a run again where it stopped. */
  @Command(
      name = "restart",
      mixinStandardHelpOptions = true,
      description = "Starts a stopped or failed run again at its last checkpoint, and waits.")
  int restart(
      @Parameters(paramLabel = "<execution>", description = "Id of the run.") long execution,
      @Option(names = "--follow", description = "Shows progress meanwhile.") boolean showProgress,
      @Mixin SettingOptions options) {
    Jobs jobs = new Jobs(ServerClient.of(options.dataDirectory()), console);
    return report(jobs.await(jobs.restart(execution), showProgress));
  }

  private int report(Execution ended) {
    if (ended.isCompleted()) {
      console.line(Jobs.describe(ended));
      return 0;
    }
    console.failure("pitchwright: " + Jobs.describe(ended));
    return 1;
  }
}
