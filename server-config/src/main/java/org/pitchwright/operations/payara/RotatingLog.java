package org.pitchwright.operations.payara;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log file that a process's output is copied into. At 20 MB the file {@code server.log} becomes
 * {@code server.log.1}, that one {@code server.log.2}, and so on; nine old ones are kept. It takes
 * everything that the process prints, what a crashing JVM says included, which no logging framework
 * inside that process could.
 */
public final class RotatingLog {

  private static final long LARGEST_BYTES = 20_000_000;
  private static final int KEPT = 9;

  private final Path file;

  /**
   * A log that appends to this file.
   *
   * @param file its folder exists
   */
  public RotatingLog(Path file) {
    this.file = file;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * Copies the output until it ends.
   *
   * @param observer gets every line, too
   */
  void copy(InputStream output, Consumer<String> observer) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      Writer writer = open();
      try {
        long size = Files.size(file);
        @Nullable String line = lines.readLine();
        while (line != null) {
          writer.write(line);
          writer.write('\n');
          size += line.length() + 1;
          if (!lines.ready()) {
            writer.flush();
          }
          observer.accept(line);
          if (size >= LARGEST_BYTES) {
            writer.close();
            rotate();
            writer = open();
            size = 0;
          }
          line = lines.readLine();
        }
      } finally {
        writer.close();
      }
    }
  }

  private Writer open() throws IOException {
    return Files.newBufferedWriter(
        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    for (int age = KEPT; age > 0; age--) {
      Path younger = age == 1 ? file : aged(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
