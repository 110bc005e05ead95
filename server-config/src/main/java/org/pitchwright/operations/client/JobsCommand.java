package org.pitchwright.operations.client;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.SettingOptions;
import org.pitchwright.operations.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code pitchwright jobs}: what the running server can do in the background, and how it stands.
 */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = "Lists the batch jobs of the running server with their schedules and last runs.")
public final class JobsCommand implements Callable<Integer> {

  private static final String ROW = "%-24s %-28s %-34s %s";

  private final Console console;
  @Mixin private SettingOptions settings = new SettingOptions();

  /** The command on this console. */
  public JobsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Jobs jobs = new Jobs(ServerClient.of(settings.dataDirectory()), console);
    console.line(ROW.formatted("JOB", "SCHEDULE", "NOW", "LAST RUN"));
    for (Job job : jobs.list()) {
      console.line(
          ROW.formatted(job.name(), schedule(job.schedule()), now(job.running()), last(job.last()))
              .stripTrailing());
    }
    return 0;
  }

  private static String schedule(Job.@Nullable Schedule schedule) {
    if (schedule == null || schedule.cron() == null || Boolean.FALSE.equals(schedule.enabled())) {
      return "-";
    }
    return schedule.cron() + (schedule.timeZone() == null ? "" : " " + schedule.timeZone());
  }

  private static String now(@Nullable Execution running) {
    if (running == null) {
      return "-";
    }
    Progress progress = running.progress();
    String amount =
        progress == null || progress.total() <= 0
            ? ""
            : " " + 100 * progress.done() / progress.total() + "%";
    return "execution %d %s%s".formatted(running.id(), running.status(), amount);
  }

  private static String last(@Nullable Execution last) {
    return last == null ? "-" : "execution %d %s".formatted(last.id(), last.status());
  }
}
