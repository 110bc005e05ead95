package org.pitchwright.operations.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.pitchwright.operations.console.OperatorException;

/**
 * A generated secret in a file that only its owner reads.
 *
 * @param path the file
 */
public record SecretFile(Path path) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The secret; it is generated first where the file is missing: 256 bits from {@link
   * SecureRandom}, as URL-safe Base64 (RFC 4648, section 5).
   *
   * @throws OperatorException when the file cannot be read or made, or is empty
   */
  public String readOrCreate() {
    try {
      if (!Files.exists(path)) {
        OwnerOnly.directory(path.toAbsolutePath().resolveSibling(""));
        OwnerOnly.file(path, generate());
      }
    } catch (IOException e) {
      throw new OperatorException("The secret %s cannot be made: %s".formatted(path, e), e);
    }
    return read();
  }

  /**
   * The secret of an existing file.
   *
   * @throws OperatorException when the file cannot be read or is empty
   */
  public String read() {
    try {
      String secret = Files.readString(path).strip();
      if (secret.isEmpty()) {
        throw new OperatorException(
            "The secret file " + path + " is empty. Put the secret back from a backup.");
      }
      return secret;
    } catch (IOException e) {
      throw new OperatorException("The secret %s cannot be read: %s".formatted(path, e), e);
    }
  }

  private static String generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
