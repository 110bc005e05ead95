package org.pitchwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.LaunchedServer;
import org.pitchwright.testing.Outcome;
import org.pitchwright.testing.RunningServer;

/** What the installation script for Payara Server says to what it cannot do. */
@Tag("server")
class InstallationScriptIT {
  private static LaunchedServer server;

  @BeforeAll
  static void findServer() {
    server = (LaunchedServer) RunningServer.current();
  }

  @Test
  void namesAnOptionThatItDoesNotKnow() {
    Outcome outcome = server.script("install", "fresh", List.of("--portbase", "9000"));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("The option --portbase is not known.");
  }

  @Test
  void namesAnOptionThatIsMissing() {
    Outcome outcome = server.script("install", "fresh", List.of("--port-base", "9000"));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("The option --ear is missing.");
  }

  @Test
  void refusesToInstallOverADomain() {
    Outcome outcome = server.script("install", server.domain(), server.installation());

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("exists already", "install.sh deploy");
  }

  @Test
  void refusesPortsThatAreInUseAndLeavesNothingBehind() {
    Outcome outcome = server.script("install", "second", server.installation());

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("in use by another program", "--port-base");
    assertThat(domain("second")).doesNotExist();
  }

  @Test
  void doesNotTouchADomainThatItHasNotMade() {
    Outcome outcome = server.script("remove", "domain1", List.of());

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("There is no domain 'domain1' that install.sh made");
    assertThat(domain("domain1")).exists();
  }

  private static Path domain(String name) {
    return server.payara().resolve("glassfish/domains").resolve(name);
  }
}
