package org.pitchwright.recommendation.trainer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A trainer folder with one jar that refers to the class path of the tests. */
final class TestTrainerHome {

  private TestTrainerHome() {}

  static TrainerHome create(Path folder) throws IOException {
    Files.createDirectories(folder);
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Path jar = folder.resolve("class-path.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    String cache = System.getProperty("DJL_CACHE_DIR", folder.resolve("cache").toString());
    return new TrainerHome(folder, 512, Path.of(cache));
  }
}
