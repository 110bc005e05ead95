package org.pitchwright.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Payara Micro with the WAR, started by the launcher in a process of its own, as a user does. */
public final class LaunchedMicro implements RunningServer {
  private static final String READY = "Pitchwright is ready: ";
  private static final long STOP_SECONDS = 60;

  private final Process launcher;
  private final Path data;
  private final URI baseUri;
  private final String greeting;

  private LaunchedMicro(Process launcher, Path data, URI baseUri, String greeting) {
    this.launcher = launcher;
    this.data = data;
    this.baseUri = baseUri;
    this.greeting = greeting;
  }

  /** {@code pitchwright demo}: comes back once the demo company is there and a model is trained. */
  public static LaunchedMicro demo(Path home, Path data) {
    return launch(home, data, "demo", List.of(), Map.of());
  }

  /** {@code pitchwright start}: comes back once the server takes requests. */
  public static LaunchedMicro plain(Path home, Path data, String... options) {
    return launch(home, data, "start", List.of(options), Map.of());
  }

  /** As {@link #plain(Path, Path, String...)}, with settings given as environment variables. */
  public static LaunchedMicro plain(Path home, Path data, Map<String, String> environment) {
    return launch(home, data, "start", List.of(), environment);
  }

  private static LaunchedMicro launch(
      Path home, Path data, String command, List<String> options, Map<String, String> environment) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--http-port", "0", "--data-dir", data.toString()));
    arguments.addAll(options);
    List<String> said = new ArrayList<>();
    try {
      ProcessBuilder builder = command(home, arguments).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      return new LaunchedMicro(process, data, awaitReady(process, said), String.join("\n", said));
    } catch (IOException e) {
      throw new UncheckedIOException("The launcher did not start", e);
    }
  }

  /**
   * A command of the launcher, not started yet. It takes SIGINT as in a terminal, even where a
   * shell that ran the tests in the background had it ignored.
   */
  public static ProcessBuilder command(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (takesSignals()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dpitchwright.home=" + home);
    command.add("-cp");
    command.add(home.resolve("server-config/target/launcher") + "/*");
    command.add("org.pitchwright.operations.launcher.Pitchwright");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** Whether GNU env is here, which gives signals their usual meaning back. */
  private static boolean takesSignals() {
    return Files.exists(Path.of("/usr/bin/env"))
        && Outcome.of(new ProcessBuilder("env", "--default-signal=INT", "true")).status() == 0;
  }

  private static URI awaitReady(Process process, List<String> said) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      said.add(line);
      System.out.println("  [pitchwright] " + line);
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The launcher ended:\n" + String.join("\n", said));
    }
    Thread drain = new Thread(() -> output.lines().forEach(text -> {}), "launcher-output");
    drain.setDaemon(true);
    drain.start();
    String url = line.substring(READY.length()).strip();
    return URI.create(url.endsWith("/") ? url : url + "/");
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public Path dataDirectory() {
    return data;
  }

  /** What the launcher said before the server was ready. */
  public String greeting() {
    return greeting;
  }

  /** The process of the launcher. */
  public ProcessHandle launcher() {
    return launcher.toHandle();
  }

  @Override
  public void stop() {
    launcher.toHandle().destroy(); // Process.destroy would close the output that is being read.
    try {
      if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
