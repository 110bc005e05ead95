package org.pitchwright.operations.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Main class of the guard process. It reads lines from the launcher until the pipe ends. When the
 * launcher said {@code done} before, all is well; otherwise it was killed, and the guard ends what
 * the launcher had started, first the processes with their descendants, then the database.
 *
 * <p>Lines: {@code process <pid> <start time in milliseconds>}, {@code finally <arguments separated
 * by tabs>} (a command to run last), {@code done}.
 */
public final class Guard {

  private static final long GRACE_SECONDS = 10;

  private final Map<Long, Instant> processes = new LinkedHashMap<>();
  private List<String> lastCommand = List.of();
  private boolean done;

  private Guard() {}

  /**
   * Waits for the launcher's end. Signals do not end the guard before that: Ctrl-C reaches every
   * process of the terminal, and the guard must outlive the launcher.
   */
  public static void main(String[] args) throws InterruptedException {
    Thread watch = new Thread(new Guard()::watch, "watch");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> joinQuietly(watch), "outlive"));
    watch.start();
    watch.join();
  }

  private void watch() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      @Nullable String line = lines.readLine();
      while (line != null && !done) {
        accept(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      log("The pipe to the launcher broke: " + e);
    }
    if (!done) {
      endEverything();
    }
  }

  private void accept(String line) {
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "process" -> {
        String[] identity = parts[1].split(" ");
        processes.put(Long.valueOf(identity[0]), Instant.ofEpochMilli(Long.parseLong(identity[1])));
      }
      case "finally" -> lastCommand = List.of(parts[1].split("\t"));
      case "done" -> done = true;
      default -> log("The launcher said something unknown: " + parts[0]);
    }
  }

  private void endEverything() {
    log("The launcher is gone. Ending what it started.");
    processes.forEach((pid, start) -> find(pid, start).forEach(Guard::end));
    if (!lastCommand.isEmpty()) {
      runLastCommand();
    }
    log("Done.");
  }

  /** The process, unless another one has taken over its id since. */
  private static Stream<ProcessHandle> find(long pid, Instant start) {
    return ProcessHandle.of(pid)
        .filter(process -> process.info().startInstant().map(start::equals).orElse(true))
        .stream();
  }

  private static void end(ProcessHandle process) {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(0, process);
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        member.destroyForcibly();
      } catch (InterruptedException e) {
        member.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      log("Ended process " + member.pid());
    }
  }

  private void runLastCommand() {
    try {
      Process process = new ProcessBuilder(lastCommand).inheritIO().start();
      log("The database was stopped with status " + process.waitFor());
    } catch (IOException e) {
      log("The database could not be stopped: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The guard's standard output is its log file. */
  private static void log(String text) {
    System.out.println(Instant.now() + " " + text);
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
