package org.pitchwright.operations.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pitchwright.operations.console.OperatorException;

/**
 * Where the built program lies: a checkout after its build.
 *
 * @param home root of the checkout
 */
public record Installation(Path home) {

  /** The system property with which the start script names {@link #home}. */
  public static final String HOME_PROPERTY = "pitchwright.home";

  /** The installation that the start script named; the working directory where it named none. */
  public static Installation current() {
    String home = System.getProperty(HOME_PROPERTY, "");
    return new Installation(Path.of(home).toAbsolutePath().normalize());
  }

  /** The application for Payara Micro. */
  public Path war() {
    return present(home.resolve("web-module/target/pitchwright.war"));
  }

  /** Payara Micro. */
  public Path payaraMicro() {
    return present(home.resolve("server-config/target/payara/payara-micro.jar"));
  }

  /** The JDBC driver that Payara loads beside the application. */
  public Path jdbcDriver() {
    return present(home.resolve("server-config/target/payara/postgresql.jar"));
  }

  /** The folder of the trainer process. */
  public Path trainer() {
    return home.resolve("learning/target/trainer");
  }

  private static Path present(Path file) {
    if (!Files.exists(file)) {
      throw new OperatorException(
          "The file " + file + " is missing. Build it with: mvn -DskipTests package");
    }
    return file;
  }
}
