package org.pitchwright.operations.guard;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.pitchwright.operations.console.OperatorException;

/** The launcher's end of the pipe to its {@link Guard}. */
public final class GuardProcess implements AutoCloseable {

  private final Process process;
  private final Writer pipe;

  private GuardProcess(Process process) {
    this.process = process;
    this.pipe = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts the guard with the Java and the class path of this process.
   *
   * @param log file that it appends to
   */
  public static GuardProcess start(Path log) {
    try {
      return new GuardProcess(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx24m",
                  "-Xss512k",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Guard.class.getName())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new OperatorException("The guard process cannot be started: " + e.getMessage(), e);
    }
  }

  /** Has this process and its descendants ended when the launcher is killed. */
  public void watch(ProcessHandle started) {
    Instant start = started.info().startInstant().orElse(Instant.EPOCH);
    say("process " + started.pid() + " " + start.toEpochMilli());
  }

  /** Has this command run after all processes have ended when the launcher is killed. */
  public void runLast(List<String> command) {
    say("finally " + String.join("\t", command));
  }

  /** Dismisses the guard: the launcher has ended everything itself. */
  @Override
  public void close() {
    if (process.isAlive()) {
      say("done");
    }
  }

  private void say(String line) {
    try {
      pipe.write(line);
      pipe.write('\n');
      pipe.flush();
    } catch (IOException e) {
      throw new OperatorException(
          "The guard process ended. Stop Pitchwright and start it again.", e);
    }
  }
}
