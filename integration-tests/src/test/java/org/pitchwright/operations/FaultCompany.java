package org.pitchwright.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import org.pitchwright.operations.demo.DemoCompany;
import org.pitchwright.testing.BatchClient;
import org.pitchwright.testing.LaunchedMicro;
import org.pitchwright.testing.ServerDatabase;

/** The same files for every fault, and what they come to where nothing goes wrong. */
final class FaultCompany {
  static final Path HOME = Path.of(System.getProperty("pitchwright.it.home", "."));
  static final Path DATA =
      Path.of(System.getProperty("pitchwright.it.data", "target/data")).resolveSibling("faults");

  /** Servers that start while others are being killed take their time. */
  static final Map<String, String> PATIENT = Map.of("PITCHWRIGHT_SERVER_START_TIMEOUT", "900");

  private static final Path FILES = generate();
  private static final Map<String, Long> UNDISTURBED = undisturbed();

  private FaultCompany() {}

  static Path items() {
    return FILES.resolve("items.csv");
  }

  static Path events() {
    return FILES.resolve("events.csv");
  }

  /** Rows that import and cleansing leave behind where nobody disturbs them. */
  static Map<String, Long> undisturbedCounts() {
    return UNDISTURBED;
  }

  /** An empty data directory. */
  static Path folder(String name) {
    try {
      Path folder = DATA.resolve(name).toAbsolutePath();
      if (Files.exists(folder)) {
        try (var content = Files.walk(folder)) {
          for (Path path : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path generate() {
    try {
      Path folder = folder("files");
      DemoCompany.write(folder, 42, OffsetDateTime.now());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> undisturbed() {
    LaunchedMicro server = LaunchedMicro.plain(HOME, folder("undisturbed"), PATIENT);
    try {
      BatchClient client = BatchClient.of(server);
      client.importFile("items", items());
      client.importFile("events", events());
      client.await(client.start("cleanse-behavior", Map.of()));
      Map<String, Long> counts = ServerDatabase.of(server).counts();
      System.out.println("Undisturbed: " + counts);
      return counts;
    } finally {
      server.stop();
    }
  }
}
