package org.pitchwright.operations.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pitchwright.operations.console.OperatorException;

/**
 * Who runs the PostgreSQL programs. They refuse to run as root, so that root runs them in a user
 * namespace of their own, where its id is not 0 ({@code unshare -U}); where the kernel or a
 * container forbids that, as the unprivileged account {@code nobody} ({@code setpriv}). An ordinary
 * user runs them as himself.
 */
final class ServiceAccount {

  private static final String NOBODY = "65534";
  private static final long PROBE_SECONDS = 10;

  private final List<String> prefix;
  private final boolean owned;

  private ServiceAccount(List<String> prefix, boolean owned) {
    this.prefix = prefix;
    this.owned = owned;
  }

  /**
   * Finds the way for the user of this process.
   *
   * @param folder the PostgreSQL folder; if {@code nobody} owns it already, that is kept
   */
  static ServiceAccount forFolder(Path folder) throws IOException {
    if (!isRoot()) {
      return new ServiceAccount(List.of(), false);
    }
    boolean ownedByNobody =
        Files.exists(folder) && NOBODY.equals(Files.getAttribute(folder, "unix:uid").toString());
    if (!ownedByNobody && succeeds(List.of("unshare", "-U", "true"))) {
      return new ServiceAccount(List.of("unshare", "-U"), false);
    }
    List<String> nobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (succeeds(join(nobody, List.of("true")))) {
      return new ServiceAccount(nobody, true);
    }
    throw new OperatorException(
        "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here. Run Pitchwright as an ordinary user, or name an external PostgreSQL with pitchwright.db.url.");
  }

  /** The command as this account runs it. */
  List<String> run(List<String> command) {
    return join(prefix, command);
  }

  /** Hands the folder and its content to the account. */
  void own(Path folder) throws IOException {
    if (!owned) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
        Files.setAttribute(path, "unix:gid", Integer.valueOf(NOBODY));
      }
    }
  }

  private static boolean isRoot() {
    return !PostgresBinaries.isWindows() && succeeds(List.of("sh", "-c", "test \"$(id -u)\" = 0"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
