package org.pitchwright.operations.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.client.RunningServer;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.console.OperatorException;

/**
 * The right to work on a data directory. The operating system takes it back when the process ends,
 * however it ends, so that there is no stale lock.
 */
final class DataDirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DataDirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws OperatorException when another launcher has it; names its process and port
   */
  static DataDirectoryLock acquire(DataDirectory directory) {
    try {
      FileChannel channel =
          FileChannel.open(
              directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new OperatorException(refusal(directory));
      }
      return new DataDirectoryLock(channel);
    } catch (IOException e) {
      throw new OperatorException(
          "The data directory %s cannot be locked: %s".formatted(directory.root(), e), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new OperatorException("The data directory cannot be released: " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // A session of this very process holds it.
    }
  }

  private static String refusal(DataDirectory directory) {
    Optional<RunningServer> holder = RunningServer.read(directory);
    return "The data directory %s is in use by another Pitchwright%s. Stop that one, or choose another directory with --data-dir."
        .formatted(
            directory.root(),
            holder
                .map(
                    server ->
                        " (process %d, port %d)".formatted(server.launcherPid(), server.port()))
                .orElse(""));
  }
}
