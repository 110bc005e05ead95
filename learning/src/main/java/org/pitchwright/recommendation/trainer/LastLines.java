package org.pitchwright.recommendation.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last lines of a stream, so that a failure can be explained. */
final class LastLines {

  private final int limit;
  private final Deque<String> lines = new ArrayDeque<>();

  LastLines(int limit) {
    this.limit = limit;
  }

  /** Reads to the end of the stream. */
  void readAll(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(its error output ended: " + e.getMessage() + ")");
    }
  }

  private synchronized void add(String line) {
    lines.addLast(line);
    if (lines.size() > limit) {
      lines.removeFirst();
    }
  }

  /** The lines, separated by line breaks. */
  synchronized String text() {
    return String.join("\n", lines);
  }
}
