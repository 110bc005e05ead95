package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.Outcome;
import org.pitchwright.testing.RunningServer;

/** Stopping and restarting a long job from the command line. */
@Tag("faults")
class JobCommandFaultsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern RUNNING =
      Pattern.compile("train-recommender .*execution (\\d+) START");

  private final String data = RunningServer.current().dataDirectory().toString();

  @Test
  void stopsAJobAndCompletesItAfterARestart() {
    CompletableFuture<Outcome> started =
        CompletableFuture.supplyAsync(() -> run("job", "train-recommender"));
    await().atMost(PATIENCE).until(() -> RUNNING.matcher(run("jobs").output()).find());
    Matcher jobs = RUNNING.matcher(run("jobs").output());
    assertThat(jobs.find()).isTrue();
    String execution = jobs.group(1);

    Outcome stopped = run("job", "stop", execution);
    Outcome interrupted = started.join();
    Outcome restarted = run("job", "restart", execution, "--follow");

    assertThat(stopped.status()).as(stopped.output()).isZero();
    assertThat(stopped.output()).contains("STOPPED");
    assertThat(interrupted.status()).as("not completed").isEqualTo(1);
    assertThat(restarted.status()).as(restarted.output()).isZero();
    assertThat(restarted.output()).contains("COMPLETED");
  }

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data-dir", data));
    Path home = Path.of(System.getProperty("pitchwright.it.home"));
    return Outcome.of(LaunchedMicro.command(home, all));
  }
}
