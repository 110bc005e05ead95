package org.pitchwright.security;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** The people who may sign in. The pages that call this check the permission first. */
@Stateless
public class Accounts {
  private static final String SELECT =
      "SELECT a.*, coalesce(f.locked_until > now(), false) AS locked FROM account a"
          + " LEFT JOIN sign_in_failure f ON f.kind = 'PERSON'"
          + " AND f.name_digest = sha256(convert_to(a.name, 'UTF8'))";

  @Inject private Database database;
  @Inject private AccountTable table;
  @Inject private Passwords passwords;
  @Inject private Credentials credentials;
  @Inject private Directory directory;
  @Inject private AttemptLimit attempts;
  @Inject private Audit audit;

  /** How a person likes the pages: language {@code en} or {@code zh}, IANA zone, theme. */
  public record Preferences(String language, String timeZone, String theme) {}

  /** A person, without any secret. */
  public record Account(
      String name,
      String displayName,
      Set<Role> roles,
      Preferences preferences,
      boolean active,
      boolean locked,
      OffsetDateTime createdAt) {}

  /** Everybody, by name. */
  public List<Account> list() {
    return database.list(SELECT + " ORDER BY a.name", Accounts::read);
  }

  public Optional<Account> find(String name) {
    return database.first(
        SELECT + " WHERE a.name = ?", Accounts::read, Credentials.personName(name));
  }

  /**
   * Adds a person.
   *
   * @throws ProblemException if the name is taken, or name, password or roles are not fit
   */
  public void create(
      String name, String displayName, String password, Set<Role> roles, String actor) {
    String accountName = Credentials.personName(name);
    AccountRules.check(accountName, displayName, roles);
    Passwords.check(accountName, password);
    if (!table.insert(accountName, displayName, password, roles)) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There is an account " + accountName + " already");
    }
    audit.record(
        actor, "account.create", "account", accountName, Map.of("roles", roles.toString()));
  }

  /**
   * Changes what a person is called, does, and whether they may sign in.
   *
   * @throws ProblemException if there is no such person, or no administrator would be left
   */
  public void update(
      String name, String displayName, Set<Role> roles, boolean active, String actor) {
    String accountName = Credentials.personName(name);
    AccountRules.check(accountName, displayName, roles);
    database.list("SELECT pg_advisory_xact_lock(hashtext('administrators'))", row -> true);
    change(
        accountName,
        "display_name = ?, roles = ?, active = ?",
        displayName,
        AccountTable.names(roles),
        active);
    boolean administrated =
        database
            .first(
                "SELECT EXISTS (SELECT 1 FROM account WHERE active AND 'ADMIN' = ANY (roles))",
                row -> row.getBoolean(1))
            .orElse(false);
    if (!administrated) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "Somebody must remain an active administrator");
    }
    audit.record(
        actor,
        "account.update",
        "account",
        accountName,
        Map.of("roles", roles.toString(), "active", active));
  }

  /** Gives a person another password, by an administrator. */
  public void resetPassword(String name, String password, String actor) {
    String accountName = Credentials.personName(name);
    Passwords.check(accountName, password);
    change(accountName, "password_hash = ?", passwords.hash(password));
    attempts.clear(Caller.Kind.PERSON, accountName);
    audit.record(actor, "account.reset-password", "account", accountName, Map.of());
  }

  /**
   * Changes one's own password.
   *
   * @throws ProblemException if the present password is another one, or the next is not fit
   */
  public void changePassword(String name, String present, String next) {
    String accountName = Credentials.personName(name);
    if (!credentials.isPassword(accountName, present)) {
      throw ProblemException.invalid("/present", "The present password is not right");
    }
    Passwords.check(accountName, next);
    change(accountName, "password_hash = ?", passwords.hash(next));
    audit.record(accountName, "account.change-password", "account", accountName, Map.of());
  }

  /** Changes how the pages look for a person. */
  public void prefer(String name, Preferences preferences) {
    AccountRules.checkPreferences(preferences);
    change(
        Credentials.personName(name),
        "language = ?, time_zone = ?, theme = ?",
        preferences.language(),
        preferences.timeZone(),
        preferences.theme());
  }

  /** Ends the lock that repeated failures put on a name. */
  public void unlock(String name, String actor) {
    String accountName = Credentials.personName(name);
    attempts.clear(Caller.Kind.PERSON, accountName);
    directory.forget(Caller.Kind.PERSON, accountName);
    audit.record(actor, "account.unlock", "account", accountName, Map.of());
  }

  private void change(String name, String assignments, Object... values) {
    Object[] parameters = java.util.Arrays.copyOf(values, values.length + 1);
    parameters[values.length] = name;
    int changed =
        database.update(
            "UPDATE account SET "
                + assignments
                + ", version = version + 1, updated_at = now() WHERE name = ?",
            parameters);
    directory.forget(Caller.Kind.PERSON, name);
    if (changed == 0) {
      throw ProblemException.notFound("account", name);
    }
  }

  private static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("display_name"),
        Directory.roles(row),
        new Preferences(
            row.getString("language"), row.getString("time_zone"), row.getString("theme")),
        row.getBoolean("active"),
        row.getBoolean("locked"),
        row.getObject("created_at", OffsetDateTime.class));
  }
}
