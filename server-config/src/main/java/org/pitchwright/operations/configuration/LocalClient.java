package org.pitchwright.operations.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.pitchwright.operations.console.OperatorException;

/**
 * The API client that the server keeps for the commands of its own machine: whoever may read the
 * files of the data directory may operate the server.
 *
 * @param id name of the client, another one for each data directory, so that the nodes of a shared
 *     database do not change each other's secret
 */
public record LocalClient(String id, String secret) {
  private static final String PREFIX = "local-launcher-";
  private static final int RANDOM_CHARACTERS = 8;

  /**
   * The client of a data directory; it is made first where it is missing.
   *
   * @throws OperatorException when its files cannot be read or made
   */
  public static LocalClient readOrCreate(DataDirectory directory) {
    new SecretFile(directory.localClientSecret()).readOrCreate();
    Path file = directory.localClientId();
    try {
      if (!Files.exists(file)) {
        OwnerOnly.file(file, PREFIX + UUID.randomUUID().toString().substring(0, RANDOM_CHARACTERS));
      }
    } catch (IOException e) {
      throw new OperatorException("The file %s cannot be made: %s".formatted(file, e), e);
    }
    return read(directory);
  }

  /**
   * The client of a data directory in use.
   *
   * @throws OperatorException when its files cannot be read or are empty
   */
  public static LocalClient read(DataDirectory directory) {
    return new LocalClient(
        new SecretFile(directory.localClientId()).read(),
        new SecretFile(directory.localClientSecret()).read());
  }
}
