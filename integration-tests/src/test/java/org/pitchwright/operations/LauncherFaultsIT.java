package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.postgres.Database;
import org.pitchwright.operations.postgres.EmbeddedPostgres;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.Outcome;
import org.pitchwright.testing.ServerDatabase;

/** What is left of a launcher that was interrupted or killed, and how the next one copes. */
@Tag("faults")
class LauncherFaultsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String GUARD = "org.pitchwright.operations.guard.Guard";

  private final Path home = Path.of(System.getProperty("pitchwright.it.home"));

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void chooseDirectory() {
    data = folder.resolve("data");
  }

  @Test
  void leavesNothingRunningAfterControlC() throws Exception {
    LaunchedMicro micro = LaunchedMicro.plain(home, data);
    List<ProcessHandle> started = everythingOf(micro);

    interrupt(micro.launcher());

    awaitEnd(started);
    assertThat(data.resolve("run/server.json")).doesNotExist();
    assertThat(data.resolve("postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void endsServerAndDatabaseWhenTheLauncherIsKilled() throws Exception {
    LaunchedMicro micro = LaunchedMicro.plain(home, data);
    List<ProcessHandle> started = everythingOf(micro);
    importItem();

    micro.launcher().destroyForcibly();

    awaitEnd(started);
    LaunchedMicro next = LaunchedMicro.plain(home, data);
    assertItemIsThere(next);
    next.stop();
  }

  @Test
  void takesOverWhatAKilledLauncherAndGuardLeftBehind() throws Exception {
    LaunchedMicro micro = LaunchedMicro.plain(home, data);
    importItem();
    ProcessHandle server = server(micro);
    ProcessHandle postgres = postgres();
    guard(micro).destroyForcibly();
    guardIsGone(micro);
    micro.launcher().destroyForcibly();
    await().atMost(PATIENCE).until(() -> !micro.launcher().isAlive());
    assertThat(server.isAlive()).isTrue();
    assertThat(postgres.isAlive()).isTrue();

    LaunchedMicro next = LaunchedMicro.plain(home, data);

    assertThat(server.isAlive()).isFalse();
    assertThat(postgres.isAlive()).isTrue();
    assertThat(next.greeting())
        .contains("Ending a server that was left behind", "PostgreSQL was still running");
    assertItemIsThere(next);
    next.stop();
    await().atMost(PATIENCE).until(() -> !postgres.isAlive());
  }

  @Test
  void startsOnTheDatabaseThatAKilledPostgresLeft() throws Exception {
    LaunchedMicro micro = LaunchedMicro.plain(home, data);
    importItem();
    List<ProcessHandle> started = everythingOf(micro);
    postgres().destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(started);

    LaunchedMicro next = LaunchedMicro.plain(home, data);

    assertItemIsThere(next);
    next.stop();
  }

  @Test
  void usesTheDatabaseThatTheConfigurationNamesAndLeavesItRunning() throws Exception {
    EmbeddedPostgres external =
        EmbeddedPostgres.prepare(folder.resolve("external"), folder.resolve("secrets"));
    Database database = external.start(0).database();
    try {
      LaunchedMicro micro =
          LaunchedMicro.plain(
              home,
              data,
              "-Dpitchwright.db.url=" + database.url(),
              "-Dpitchwright.db.user=" + database.user(),
              "-Dpitchwright.db.password=" + database.password());
      importItem();
      micro.stop();

      assertThat(data.resolve("postgresql")).doesNotExist();
      assertThat(items(database)).isEqualTo(1);
    } finally {
      external.stop();
    }
  }

  /** What was imported before the kill is there, and the database takes more. */
  private void assertItemIsThere(LaunchedMicro next) throws IOException {
    ServerDatabase database = ServerDatabase.of(next);
    assertThat(database.number("SELECT count(*) FROM item")).isOne();
    importItem();
    assertThat(database.number("SELECT count(*) FROM item")).isOne();
    assertThat(database.number("SELECT count(*) FROM import_run WHERE status = 'COMPLETED'"))
        .isEqualTo(2);
  }

  /** Imports one item, or the same again. */
  private void importItem() throws IOException {
    Path file = folder.resolve("items.csv");
    Files.writeString(file, "item_id,title,price,currency\nfault-1,Lamp,19.90,CNY\n");
    Outcome outcome =
        Outcome.of(
            LaunchedMicro.command(
                home, List.of("import", "items", file.toString(), "--data-dir", data.toString())));
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  private static int items(Database database) throws Exception {
    try (Connection connection = database.connect(10);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM item")) {
      result.next();
      return result.getInt(1);
    }
  }

  /** As a terminal does it: every process of the group gets the signal. */
  private static void interrupt(ProcessHandle launcher) {
    List<String> command = new ArrayList<>(List.of("kill", "-INT"));
    Stream.concat(launcher.descendants(), Stream.of(launcher))
        .forEach(process -> command.add(Long.toString(process.pid())));
    assertThat(Outcome.of(new ProcessBuilder(command)).status()).isZero();
  }

  private List<ProcessHandle> everythingOf(LaunchedMicro micro) throws IOException {
    return Stream.of(
            Stream.of(micro.launcher(), postgres()),
            micro.launcher().descendants(),
            postgres().descendants())
        .flatMap(processes -> processes)
        .toList();
  }

  private ProcessHandle postgres() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private ProcessHandle server(LaunchedMicro micro) {
    long pid =
        org.pitchwright.operations.client.RunningServer.read(new DataDirectory(data))
            .orElseThrow()
            .pid();
    return micro
        .launcher()
        .children()
        .filter(child -> child.pid() == pid)
        .findFirst()
        .orElseThrow();
  }

  private static ProcessHandle guard(LaunchedMicro micro) {
    return micro.launcher().children().filter(LauncherFaultsIT::isGuard).findFirst().orElseThrow();
  }

  private static void guardIsGone(LaunchedMicro micro) {
    await()
        .atMost(PATIENCE)
        .until(() -> micro.launcher().children().noneMatch(LauncherFaultsIT::isGuard));
  }

  private static boolean isGuard(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(GUARD))
        .orElse(false);
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }
}
