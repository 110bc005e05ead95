package org.pitchwright.behavior.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files of events that both the product's import and COPY can take. */
final class EventFile {
  /** A row without a fault: the demo's dirty rows would end a COPY. */
  private static final Pattern CLEAN =
      Pattern.compile(
          "e-[0-9]+,(VIEW|CLICK|CART|PURCHASE|RATING|IMPRESSION|SEARCH|DISMISS),[^,\"]+,[^,\"]*,"
              + "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T[0-9]{2}:[0-9]{2}:[0-9.]+"
              + "(Z|[+-][0-9]{2}:[0-9]{2}),([1-5](\\.[0-9])?)?,([1-9][0-9]{0,3})?,"
              + "([0-9]{1,7}(\\.[0-9]{1,2})?)?,([A-Z]{3})?,([0-9]{1,8})?,[^,\"]*,[^,\"]*,");

  private EventFile() {}

  /**
   * Writes events with ids of their own.
   *
   * @param demo the demo company's events; taken again from the start where they are too few
   * @param idPrefix what each event's id begins with
   * @return the columns
   */
  static List<String> write(Path demo, Path target, int rows, String idPrefix) throws IOException {
    List<String> columns = columns(demo);
    int written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      out.write(String.join(",", columns) + "\n");
      while (written < rows) {
        int before = written;
        try (BufferedReader in = Files.newBufferedReader(demo)) {
          for (String line = in.readLine(); line != null && written < rows; line = in.readLine()) {
            if (CLEAN.matcher(line).matches()) {
              out.write(idPrefix + "-" + written++ + line.substring(line.indexOf(',')) + "\n");
            }
          }
        }
        if (written == before) {
          throw new IOException(demo + " has no event that COPY could take");
        }
      }
    }
    return columns;
  }

  private static List<String> columns(Path demo) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(demo)) {
      String header = in.readLine();
      if (header == null) {
        throw new IOException(demo + " is empty");
      }
      return List.of(header.split(","));
    }
  }
}
