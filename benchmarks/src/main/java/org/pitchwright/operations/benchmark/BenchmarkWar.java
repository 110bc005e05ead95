package org.pitchwright.operations.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A copy of the product's WAR with classes that only benchmarks need. */
final class BenchmarkWar {
  private static final List<Class<?>> ADDED =
      List.of(ConstantResource.class, ConstantResource.Constant.class);

  private BenchmarkWar() {}

  /**
   * Writes the copy.
   *
   * @param product the WAR as it is built
   * @param copy replaced if it is there; its folder is made
   */
  static void write(Path product, Path copy) throws IOException {
    Files.createDirectories(copy.toAbsolutePath().resolveSibling(""));
    Files.copy(product, copy, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem war = FileSystems.newFileSystem(copy)) {
      for (Class<?> type : ADDED) {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = war.getPath("WEB-INF/classes", name);
        Files.createDirectories(target.getParent());
        try (InputStream content = BenchmarkWar.class.getClassLoader().getResourceAsStream(name)) {
          if (content == null) {
            throw new IOException("The class path has no " + name);
          }
          Files.copy(content, target);
        }
      }
    }
  }
}
