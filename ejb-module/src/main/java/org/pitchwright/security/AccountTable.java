package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pitchwright.sql.Database;

/** Writes rows of people and API clients; rules and audit are the callers' matter. */
@ApplicationScoped
public class AccountTable {
  @Inject private Database database;
  @Inject private Passwords passwords;
  @Inject private SecretBox secretBox;
  @Inject private Directory directory;

  /** For the container. */
  public AccountTable() {}

  AccountTable(Database database, Passwords passwords, SecretBox secretBox, Directory directory) {
    this.database = database;
    this.passwords = passwords;
    this.secretBox = secretBox;
    this.directory = directory;
  }

  /** Adds a person; returns false if the name is taken. */
  boolean insert(String name, String displayName, String password, Set<Role> roles) {
    int added =
        database.update(
            "INSERT INTO account (name, display_name, password_hash, roles) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            name,
            displayName,
            passwords.hash(password),
            names(roles));
    directory.forget(Caller.Kind.PERSON, name);
    return added == 1;
  }

  /** Adds an API client; returns false if the id is taken. */
  boolean insertClient(
      String clientId,
      String displayName,
      String secret,
      String soapSecret,
      Set<Permission> scopes) {
    int added =
        database.update(
            "INSERT INTO api_client (client_id, display_name, secret_hash, soap_secret_encrypted,"
                + " scopes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            clientId,
            displayName,
            passwords.hash(secret),
            secretBox.seal(clientId, soapSecret),
            scopes(scopes));
    directory.forget(Caller.Kind.CLIENT, clientId);
    return added == 1;
  }

  static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  static String[] scopes(Set<Permission> scopes) {
    return scopes.stream().map(Permission::scope).sorted().toArray(String[]::new);
  }
}
