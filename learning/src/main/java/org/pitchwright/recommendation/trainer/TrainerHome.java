package org.pitchwright.recommendation.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the trainer and its libraries are and how it may run.
 *
 * @param libraries folder with the trainer's jars
 * @param heapMiB greatest Java heap; PyTorch needs as much again beside it
 * @param nativeCache folder in which native libraries are unpacked, kept between runs
 */
public record TrainerHome(Path libraries, int heapMiB, Path nativeCache) {

  /** The class that the process starts. */
  public static final String MAIN = "org.pitchwright.recommendation.training.TrainerMain";

  /** Whether the folder holds jars. */
  public boolean isComplete() {
    try (Stream<Path> files = Files.list(libraries)) {
      return files.anyMatch(file -> file.toString().endsWith(".jar"));
    } catch (IOException e) {
      return false; // a folder that cannot be listed holds no trainer for us
    }
  }

  /** The command of a trainer process that uses the Java of this one. */
  List<String> command(List<String> arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-DDJL_CACHE_DIR=" + nativeCache.toAbsolutePath(),
                "-cp",
                libraries.toAbsolutePath() + "/*",
                MAIN));
    command.addAll(arguments);
    return command;
  }
}
