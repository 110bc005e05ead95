package org.pitchwright.security;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pitchwright.sql.Database;

/** The accounts that the configuration asks for: the demo's, and the launcher's own client. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class StartUpAccounts {
  /** The file beside that of the secret which says whose it is. */
  private static final String ID_FILE = "local-client-id";

  @Inject private AccountTable table;
  @Inject private Passwords passwords;
  @Inject private Database database;
  @Inject private Directory directory;
  @Inject private AttemptLimit attempts;

  @Inject
  @ConfigProperty(name = "pitchwright.demo", defaultValue = "false")
  private boolean demo;

  @Inject
  @ConfigProperty(name = "pitchwright.local-client.secret.file")
  private Optional<String> localClientSecretFile;

  @PostConstruct
  void create() {
    if (demo) {
      createDemoPeople();
      createDemoClient();
    }
    localClientSecretFile.map(Path::of).ifPresent(this::putLocalClient);
  }

  private void createDemoPeople() {
    List<String> known = database.list("SELECT name FROM account", row -> row.getString(1));
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      if (role != Role.API && !known.contains(name)) {
        String displayName = role.name().charAt(0) + name.substring(1);
        table.insert(name, displayName, name + "-demo", Set.of(role));
      }
    }
  }

  private void createDemoClient() {
    if (isClient("crm-demo")) {
      return;
    }
    Set<Permission> withheld =
        Set.of(
            Permission.write(Capability.OPERATIONS),
            Permission.write(Capability.MODEL),
            Permission.read(Capability.SECURITY),
            Permission.write(Capability.SECURITY));
    Set<Permission> scopes =
        Permission.all().stream()
            .filter(permission -> !withheld.contains(permission))
            .collect(Collectors.toUnmodifiableSet());
    table.insertClient("crm-demo", "Demo CRM", "crm-demo-secret", "crm-demo-soap-secret", scopes);
  }

  private boolean isClient(String clientId) {
    return !database
        .list("SELECT 1 FROM api_client WHERE client_id = ?", row -> true, clientId)
        .isEmpty();
  }

  /** The launcher writes a new secret whenever it likes; the file counts. */
  private void putLocalClient(Path secretFile) {
    String client = content(secretFile.resolveSibling(ID_FILE));
    String secret = content(secretFile);
    if (secret.length() < Passwords.MIN_LENGTH) {
      throw new IllegalStateException(
          secretFile + " must hold a secret of at least " + Passwords.MIN_LENGTH + " characters");
    }
    Set<Capability> capabilities =
        Set.of(
            Capability.OPERATIONS,
            Capability.BEHAVIOR,
            Capability.CATALOG,
            Capability.CUSTOMER,
            Capability.MODEL,
            Capability.RECOMMENDATION);
    Set<Permission> scopes =
        Permission.all().stream()
            .filter(permission -> capabilities.contains(permission.capability()))
            .collect(Collectors.toUnmodifiableSet());
    if (!isClient(client)) {
      table.insertClient(client, "Launcher", secret, passwords.generate(), scopes);
    }
    database.update(
        "UPDATE api_client SET secret_hash = ?, scopes = ?, active = true WHERE client_id = ?",
        passwords.hash(secret),
        AccountTable.scopes(scopes),
        client);
    attempts.clear(Caller.Kind.CLIENT, client);
    directory.forget(Caller.Kind.CLIENT, client);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The launcher's client cannot be read from " + file, e);
    }
  }

  @Schedule(hour = "*", minute = "17", persistent = false)
  void forgetOldFailures() {
    attempts.forgetOld();
  }
}
