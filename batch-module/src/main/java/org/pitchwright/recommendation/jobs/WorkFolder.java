package org.pitchwright.recommendation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Folders in which trainings and evaluations keep their data until they are done. */
@ApplicationScoped
public class WorkFolder {
  private static final Duration FORGOTTEN = Duration.ofDays(7);

  @Inject
  @ConfigProperty(name = "pitchwright.data.dir", defaultValue = "./data")
  private String dataDirectory;

  /** The folder of a job instance, the same for all its executions on this node. */
  Path of(long instanceId) {
    return root().resolve(Long.toString(instanceId));
  }

  /** Where native libraries are unpacked, once for all trainings. */
  Path nativeCache() {
    return Path.of(dataDirectory, "native-cache").toAbsolutePath();
  }

  private Path root() {
    return Path.of(dataDirectory, "work").toAbsolutePath();
  }

  /** Removes the folder of an instance that is done. */
  void discard(long instanceId) throws IOException {
    discard(of(instanceId));
  }

  /** Removes what instances left behind that nobody restarted for a week. */
  void discardForgotten() throws IOException {
    if (!Files.isDirectory(root())) {
      return;
    }
    Instant limit = Instant.now().minus(FORGOTTEN);
    try (Stream<Path> folders = Files.list(root())) {
      List<Path> all = folders.toList();
      for (Path folder : all) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
          discard(folder);
        }
      }
    }
  }

  private static void discard(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause)
              throws IOException {
            if (cause != null) {
              throw cause;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
