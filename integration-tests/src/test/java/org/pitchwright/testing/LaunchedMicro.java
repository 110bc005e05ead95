package org.pitchwright.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  private LaunchedMicro(Process launcher, Path data, URI baseUri) {
    this.launcher = launcher;
    this.data = data;
    this.baseUri = baseUri;
  }

  /** {@code pitchwright demo}: comes back once the demo company is there and a model is trained. */
  public static LaunchedMicro demo(Path home, Path data) {
    return launch(home, data, "demo", Map.of());
  }

  /** {@code pitchwright start}: comes back once the server takes requests. */
  public static LaunchedMicro plain(Path home, Path data) {
    return launch(home, data, "start", Map.of());
  }

  /** As {@link #plain(Path, Path)}, with settings given as environment variables. */
  public static LaunchedMicro plain(Path home, Path data, Map<String, String> environment) {
    return launch(home, data, "start", environment);
  }

  private static LaunchedMicro launch(
      Path home, Path data, String command, Map<String, String> environment) {
    try {
      ProcessBuilder builder =
          command(home, List.of(command, "--http-port", "0", "--data-dir", data.toString()))
              .redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      return new LaunchedMicro(process, data, awaitReady(process));
    } catch (IOException e) {
      throw new UncheckedIOException("The launcher did not start", e);
    }
  }

  /** A command of the launcher, not started yet. */
  public static ProcessBuilder command(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dpitchwright.home=" + home);
    command.add("-cp");
    command.add(home.resolve("server-config/target/launcher") + "/*");
    command.add("org.pitchwright.operations.launcher.Pitchwright");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static URI awaitReady(Process process) throws IOException {
    List<String> said = new ArrayList<>();
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

  /** The process of the launcher. */
  public ProcessHandle launcher() {
    return launcher.toHandle();
  }

  @Override
  public void stop() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
