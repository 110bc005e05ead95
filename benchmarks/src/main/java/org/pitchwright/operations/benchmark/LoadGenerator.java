package org.pitchwright.operations.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests over kept-open connections, each as soon as the one before was answered. The generator
 * is wrk (Debian: {@code apt-get install wrk}); it costs little CPU, which it takes from the server
 * that it measures.
 */
public final class LoadGenerator {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  private static final int CONNECTIONS = 16;

  /** What all scripts share. */
  private static final String REPORT = "report.lua";

  private final Path scripts;
  private final String token;

  /**
   * A generator whose requests carry a token.
   *
   * @param scripts a folder for wrk's scripts
   */
  public LoadGenerator(Path scripts, String token) {
    this.scripts = scripts;
    this.token = token;
  }

  /**
   * What came of the requests of one run.
   *
   * @param requests answered ones
   * @param p50 median time to an answer, in milliseconds
   * @param failures answers with a status of 400 or more, broken connections, and timeouts
   */
  public record Load(long requests, double seconds, double p50, double p99, long failures) {
    /** Answered requests in a second. */
    public double rate() {
      return requests / seconds;
    }
  }

  /** Whether wrk is on this machine. */
  public static boolean isInstalled() {
    try {
      // wrk -v prints its version, and ends with status 1.
      return new ProcessBuilder("wrk", "-v")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          >= 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path copy(String script) throws IOException {
    Path file = scripts.resolve(script);
    try (InputStream content = LoadGenerator.class.getResourceAsStream(script)) {
      if (content == null) {
        throw new IOException("The class path has no " + script);
      }
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  /**
   * Sends requests for a time.
   *
   * @param script name of a Lua script among this package's resources
   * @param arguments of the script, after the token
   * @throws IOException if wrk cannot be run or fails
   */
  public Load run(String url, String script, Duration time, List<String> arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(scripts);
    copy(REPORT);
    Path file = copy(script);
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + CONNECTIONS));
    command.addAll(List.of("-d" + time.toSeconds() + "s", "--timeout", "30s"));
    command.addAll(List.of("-s", file.toString(), url, "--", token));
    command.addAll(arguments);
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int start = output.lastIndexOf("\n{");
    if (wrk.waitFor() != 0 || start < 0) {
      throw new IOException("wrk failed: " + output);
    }
    Load load = JSON.readValue(output.substring(start), Load.class);
    if (load.failures() > 0) {
      throw new IOException(load.failures() + " requests to " + url + " failed: " + output);
    }
    return load;
  }
}
