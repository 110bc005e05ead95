package org.pitchwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a command ended.
 *
 * @param status exit status
 * @param output what it printed on both streams
 */
public record Outcome(int status, String output) {

  /** Runs a command to its end. */
  public static Outcome of(ProcessBuilder command) {
    try {
      // A server that the command starts keeps its output open, so that it goes to a file.
      Path output = Files.createTempFile("command", ".log");
      try {
        int status =
            command.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The command cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in the middle of a command", e);
    }
  }
}
