package org.pitchwright.operations.configuration;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner may read. On file systems without POSIX permissions
 * (Windows) they are made with what the parent folder grants.
 */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** Makes the folder if it is missing, and takes every right away from others. */
  public static void directory(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (isPosix(directory)) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Makes a new file with this content, readable by its owner alone from its first moment on.
   *
   * @throws FileAlreadyExistsException when it is there
   */
  public static void file(Path file, String content) throws IOException {
    FileAttribute<?>[] attributes =
        isPosix(file.toAbsolutePath().resolveSibling(""))
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
    Files.writeString(file, content);
  }

  private static boolean isPosix(Path path) throws IOException {
    FileStore store = Files.getFileStore(path);
    return store.supportsFileAttributeView(PosixFileAttributeView.class);
  }
}
