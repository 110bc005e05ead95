package org.pitchwright.security;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** The systems that may call. The pages that call this check the permission first. */
@Stateless
public class ApiClients {
  @Inject private Database database;
  @Inject private AccountTable table;
  @Inject private Passwords passwords;
  @Inject private SecretBox secretBox;
  @Inject private Directory directory;
  @Inject private AttemptLimit attempts;
  @Inject private Audit audit;

  /** A system, without its secrets. */
  public record ApiClient(
      String clientId,
      String displayName,
      Set<Permission> scopes,
      boolean active,
      OffsetDateTime createdAt) {}

  /** Secrets that are shown this once and never again. */
  public record Secrets(String clientId, String secret, String soapSecret) {
    @Override
    public String toString() {
      return "Secrets[" + clientId + "]";
    }
  }

  /** All of them, by id. */
  public List<ApiClient> list() {
    return database.list(
        "SELECT * FROM api_client ORDER BY client_id",
        row ->
            new ApiClient(
                row.getString("client_id"),
                row.getString("display_name"),
                Directory.scopes(row),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class)));
  }

  /**
   * Adds a client with generated secrets.
   *
   * @throws ProblemException if the id is taken or not fit
   */
  public Secrets create(String clientId, String displayName, Set<Permission> scopes, String actor) {
    AccountRules.checkClient(clientId, displayName);
    Secrets secrets = new Secrets(clientId, passwords.generate(), passwords.generate());
    if (!table.insertClient(
        clientId, displayName, secrets.secret(), secrets.soapSecret(), scopes)) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There is a client " + clientId + " already");
    }
    audit.record(
        actor, "client.create", "client", clientId, Map.of("scopes", Permission.scopes(scopes)));
    return secrets;
  }

  /** Gives a client new secrets; the old ones stop within seconds. */
  public Secrets renewSecrets(String clientId, String actor) {
    Secrets secrets = new Secrets(clientId, passwords.generate(), passwords.generate());
    int changed =
        database.update(
            "UPDATE api_client SET secret_hash = ?, soap_secret_encrypted = ? WHERE client_id = ?",
            passwords.hash(secrets.secret()),
            secretBox.seal(clientId, secrets.soapSecret()),
            clientId);
    changed(clientId, changed);
    attempts.clear(Caller.Kind.CLIENT, clientId);
    audit.record(actor, "client.renew-secrets", "client", clientId, Map.of());
    return secrets;
  }

  /** Lets a client call, or stops it; its tokens stop within seconds. */
  public void setActive(String clientId, boolean active, String actor) {
    changed(
        clientId,
        database.update("UPDATE api_client SET active = ? WHERE client_id = ?", active, clientId));
    audit.record(
        actor, active ? "client.activate" : "client.deactivate", "client", clientId, Map.of());
  }

  /** Changes what a client may do; its tokens follow within seconds where they allow more. */
  public void setScopes(String clientId, Set<Permission> scopes, String actor) {
    changed(
        clientId,
        database.update(
            "UPDATE api_client SET scopes = ? WHERE client_id = ?",
            AccountTable.scopes(scopes),
            clientId));
    audit.record(
        actor, "client.scopes", "client", clientId, Map.of("scopes", Permission.scopes(scopes)));
  }

  private void changed(String clientId, int rows) {
    directory.forget(Caller.Kind.CLIENT, clientId);
    if (rows == 0) {
      throw ProblemException.notFound("client", clientId);
    }
  }
}
