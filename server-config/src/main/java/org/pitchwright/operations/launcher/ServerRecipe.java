package org.pitchwright.operations.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.DataDirectory;
import org.pitchwright.operations.configuration.Installation;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.console.OperatorException;
import org.pitchwright.operations.payara.Endpoint;
import org.pitchwright.operations.payara.PayaraMicro;
import org.pitchwright.operations.postgres.Database;

/** Turns the settings of a session into the command that runs its server. */
record ServerRecipe(
    Configuration configuration,
    DataDirectory directory,
    Installation installation,
    Edition edition) {

  private static final int MOST_THREADS = 1_000;
  private static final int MOST_CONNECTIONS = 90;
  private static final int FEWEST_CONNECTIONS = 8;
  private static final String LOOPBACK = "127.0.0.1";

  /** Where the server is to listen: the demo, whose passwords are known, only on this machine. */
  String address() {
    String configured = configuration.get(Setting.HTTP_ADDRESS);
    boolean byDefault = configured.equals(Setting.HTTP_ADDRESS.defaultValue());
    return edition == Edition.DEMO && byDefault ? LOOPBACK : configured;
  }

  /** The server for this database and this port. */
  PayaraMicro micro(Database database, Endpoint endpoint) {
    cleanUp();
    return new PayaraMicro(
        installation.payaraMicro(),
        installation.jdbcDriver(),
        installation.war(),
        workFolder(),
        endpoint,
        sizing(),
        properties(endpoint),
        environment(database));
  }

  /** Removes what the server leaves in its working folder, which Micro fills at each start. */
  void cleanUp() {
    Path folder = workFolder();
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new OperatorException(
          "The folder %s cannot be removed: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private Path workFolder() {
    return directory.run().resolve("server");
  }

  private PayaraMicro.Sizing sizing() {
    List<String> jvmOptions =
        configuration
            .find(Setting.SERVER_JVM_OPTIONS)
            .map(options -> List.of(options.strip().split("\\s+")))
            .orElse(List.of());
    return new PayaraMicro.Sizing(
        configuration.get(Setting.SERVER_MEMORY),
        configuration.number(Setting.SERVER_THREADS, 1, MOST_THREADS),
        configuration.number(Setting.DB_CONNECTIONS, FEWEST_CONNECTIONS, MOST_CONNECTIONS),
        jvmOptions);
  }

  private Map<String, String> properties(Endpoint endpoint) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(Setting.DATA_DIR.key(), directory.root().toString());
    properties.put(Setting.HTTP_PORT.key(), Integer.toString(endpoint.port()));
    properties.put(
        Setting.TRAINER_HOME.key(),
        configuration
            .find(Setting.TRAINER_HOME)
            .map(home -> configuration.path(Setting.TRAINER_HOME))
            .orElse(installation.trainer())
            .toString());
    properties.put("pitchwright.secrets.dir", directory.secrets().toString());
    properties.put(
        "pitchwright.local-client.secret.file", directory.localClientSecret().toString());
    properties.put("pitchwright.demo", Boolean.toString(edition == Edition.DEMO));
    return properties;
  }

  private Map<String, String> environment(Database database) {
    Map<String, String> environment = new TreeMap<>(configuration.asEnvironment());
    environment.put(Setting.DB_URL.environmentName(), database.url());
    environment.put(Setting.DB_USER.environmentName(), database.user());
    environment.put(Setting.DB_PASSWORD.environmentName(), database.password());
    // Spinning OpenMP threads made contended training ten times slower.
    environment.putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
    return environment;
  }
}
