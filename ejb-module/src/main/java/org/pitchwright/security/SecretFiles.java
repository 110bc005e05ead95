package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys that must not lie in the database: files that only their owner can read, made at first need.
 * Nodes that share a database share this folder, or each get a copy of it.
 */
@ApplicationScoped
public class SecretFiles {
  private static final int KEY_BYTES = 32;

  private final Path folder;

  /** For the container's proxy. */
  protected SecretFiles() {
    this(Path.of("."));
  }

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The folder that the configuration names. */
  @Inject
  public SecretFiles(
      @ConfigProperty(name = "pitchwright.secrets.dir") Optional<String> secrets,
      @ConfigProperty(name = "pitchwright.data.dir", defaultValue = "./data") String data) {
    this(secrets.map(Path::of).orElseGet(() -> Path.of(data, "secrets")));
  }

  /**
   * A key of 256 bits, made when there is none yet.
   *
   * @param name file name within the folder
   * @throws UncheckedIOException if the folder cannot be written or read
   * @throws IllegalStateException if the file holds no such key
   */
  public byte[] key(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException(
            file + " must hold " + KEY_BYTES + " bytes in Base64, not " + key.length);
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " can be neither read nor made", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " must hold a key in Base64", e);
    }
  }

  /** Written whole beside its place, then linked: of two nodes at once, one makes the key. */
  private void create(Path file) throws IOException {
    boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView("posix");
    Files.createDirectories(folder, attributes(posix, "rwx------"));
    Path draft = Files.createTempFile(folder, ".key", null, attributes(posix, "rw-------"));
    try {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // Another node was faster; its key counts.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path existing(Path folder) {
    Path absolute = folder.toAbsolutePath();
    while (!Files.exists(absolute) && absolute.getParent() != null) {
      absolute = absolute.getParent();
    }
    return absolute;
  }

  private static FileAttribute<?>[] attributes(boolean posix, String mode) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
