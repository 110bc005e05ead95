package org.pitchwright.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The name of this node, and of this process on it. The name is kept in the data directory and
 * guarded by a file lock, which the operating system drops with the process: who gets the name
 * knows that its former bearer is dead. Nodes that share a data directory get a name each.
 */
@ApplicationScoped
public class NodeIdentity {
  private static final int SLOTS = 100;
  private static final int NAME_BYTES = 200;

  @Inject
  @ConfigProperty(name = "pitchwright.data.dir", defaultValue = "./data")
  private String dataDirectory;

  private @Nullable FileChannel channel;
  private String name = "";
  private String holder = "";

  /** For the container. */
  public NodeIdentity() {}

  NodeIdentity(Path dataDirectory) {
    this.dataDirectory = dataDirectory.toString();
    take();
  }

  @PostConstruct
  void take() {
    Path nodes = Path.of(dataDirectory, "nodes");
    try {
      Files.createDirectories(nodes);
      for (int slot = 1; slot <= SLOTS && channel == null; slot++) {
        channel = lock(nodes.resolve(Integer.toString(slot)));
      }
      if (channel == null) {
        throw new IllegalStateException(
            "More than " + SLOTS + " servers use the data directory " + nodes.getParent());
      }
      name = persistentName(channel);
      holder = name + "/" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory cannot be used: " + nodes, e);
    }
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel candidate =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = candidate.tryLock();
      if (lock != null) {
        return candidate;
      }
    } catch (OverlappingFileLockException e) {
      // Another application of this very process has it: the next one then.
      candidate.close();
      return null;
    }
    candidate.close();
    return null;
  }

  private static String persistentName(FileChannel file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(NAME_BYTES);
    file.read(buffer, 0);
    String known = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    if (!known.isEmpty()) {
      return known;
    }
    String fresh = hostName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    file.write(ByteBuffer.wrap(fresh.getBytes(StandardCharsets.UTF_8)), 0);
    file.force(true);
    return fresh;
  }

  private static String hostName() {
    try {
      String host = InetAddress.getLocalHost().getHostName();
      return host.substring(0, Math.min(host.length(), 60)).replace('/', '-');
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  @PreDestroy
  void release() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The node's lock file could not be closed", e);
    }
  }

  /** The node's name, the same after a restart. */
  public String name() {
    return name;
  }

  /** This process of the node: the name, a slash, and what no other process has. */
  public String holder() {
    return holder;
  }
}
