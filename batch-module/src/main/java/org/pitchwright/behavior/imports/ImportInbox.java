package org.pitchwright.behavior.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** Where files that come in are kept until they are read. */
@ApplicationScoped
public class ImportInbox {
  private static final int BUFFER = 128 * 1024;

  @Inject
  @ConfigProperty(name = "pitchwright.data.dir", defaultValue = "./data")
  private String dataDirectory;

  @Inject
  @ConfigProperty(name = "pitchwright.import.max-bytes", defaultValue = "10737418240")
  private long maxBytes;

  @Inject private ImportRuns runs;

  /**
   * Writes a file to disk, down to the platter, and remembers it.
   *
   * @throws ProblemException if the file is empty or too large
   */
  public ImportRun take(
      ImportKind kind, String fileName, InputStream content, boolean dryRun, String by) {
    UUID id = UUID.randomUUID();
    Path folder = Path.of(dataDirectory, "imports").toAbsolutePath();
    Path file = folder.resolve(id.toString());
    try {
      Files.createDirectories(folder);
      MessageDigest digest = sha256();
      long size = copy(content, file, digest);
      force(folder);
      ImportRun run =
          new ImportRun(
              id,
              kind,
              shown(fileName),
              file,
              "sha256:" + HexFormat.of().formatHex(digest.digest()),
              size,
              dryRun,
              "RECEIVED",
              null,
              0,
              Map.of(),
              null,
              by,
              OffsetDateTime.now(ZoneOffset.UTC),
              null);
      runs.insert(run);
      return run;
    } catch (IOException e) {
      discard(file, e);
      throw new UncheckedIOException("The file could not be kept in " + folder, e);
    } catch (RuntimeException e) {
      discard(file, e);
      throw e;
    }
  }

  private long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          throw new ProblemException(
              ProblemKind.TOO_LARGE,
              "The file is larger than " + maxBytes + " bytes; import it in parts");
        }
        digest.update(buffer, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
    }
    if (size == 0) {
      throw ProblemException.invalid("", "The file is empty");
    }
    return size;
  }

  /** Makes the new directory entry as durable as the file. */
  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static void discard(Path file, Exception cause) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** The last part of a name, without characters that could mislead who reads it. */
  private static String shown(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    String name = clean.isEmpty() ? "file" : clean;
    return name.substring(0, Math.min(name.length(), 200));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
