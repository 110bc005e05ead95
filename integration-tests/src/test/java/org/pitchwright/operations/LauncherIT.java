package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.Outcome;
import org.pitchwright.testing.RunningServer;

/** The commands of {@code ./pitchwright} on a server that runs. */
class LauncherIT {
  private static final String GOOD = "%s,VIEW,c-00001,i-0001,2026-06-01T10:00:00Z%n";

  private final DataDirectory directory =
      new DataDirectory(RunningServer.current().dataDirectory());

  @Test
  @Tag("launcher")
  void refusesASecondStartOnTheSameDirectory() {
    Outcome outcome = run("start", "--http-port", "0");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("is in use by another Pitchwright (process", "choose another directory");
  }

  @Test
  void keepsSecretsToTheirOwner() throws IOException {
    assumeTrue(Files.getFileStore(directory.root()).supportsFileAttributeView("posix"));

    try (Stream<Path> files = Files.list(directory.secrets())) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.secrets())))
        .isEqualTo("rwx------");
  }

  @Test
  void listsTheJobs() {
    Outcome outcome = run("jobs");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).contains("cleanse-behavior", "train-recommender");
  }

  @Test
  void followsAJobToItsEnd() {
    Outcome outcome = run("job", "cleanse-behavior", "--follow");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).contains("cleanse-behavior, execution", "COMPLETED");
  }

  @Test
  void failsForAJobThatThereIsNot() {
    Outcome outcome = run("job", "bake-bread");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("There is no job bake-bread");
  }

  @Test
  void saysThatNoServerRunsOnADirectory(@TempDir Path elsewhere) {
    Outcome outcome =
        Outcome.of(
            LaunchedMicro.command(home(), List.of("jobs", "--data-dir", elsewhere.toString())));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("No server runs on the data directory " + elsewhere);
  }

  @Test
  void checksAFileAndStoresNothingInADryRun(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.csv");
    Path rejects = folder.resolve("events.csv.rejects.csv");
    Files.writeString(
        file,
        "event_id,type,customer_id,item_id,at\n"
            + GOOD.formatted("launcher-it-1")
            + "launcher-it-2,STARE,c-00001,i-0001,2026-06-01T10:00:00Z\n");

    Outcome first = run("import", "events", file.toString(), "--dry-run");
    Outcome second = run("import", "events", file.toString(), "--dry-run");

    assertThat(first.status()).isZero();
    assertThat(first.output()).containsPattern("2 rows read").containsPattern("1 UNKNOWN_TYPE");
    assertThat(second.output()).as("nothing was stored").containsPattern("0 known before");
    assertThat(rejects).content().contains("3,UNKNOWN_TYPE", "launcher-it-2");
  }

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data-dir", directory.root().toString()));
    return Outcome.of(LaunchedMicro.command(home(), all));
  }

  private static Path home() {
    return Path.of(System.getProperty("pitchwright.it.home"));
  }
}
