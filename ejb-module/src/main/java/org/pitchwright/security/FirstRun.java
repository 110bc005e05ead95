package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/** The first administrator of a new installation, created by whoever comes first. */
@ApplicationScoped
public class FirstRun {
  @Inject private Database database;
  @Inject private AccountTable table;
  @Inject private Audit audit;

  private volatile boolean over;

  /** For the container. */
  public FirstRun() {}

  FirstRun(Database database, AccountTable table, Audit audit) {
    this.database = database;
    this.table = table;
    this.audit = audit;
  }

  /** Whether there is no account yet. */
  public boolean needed() {
    if (!over) {
      over =
          database
              .first("SELECT EXISTS (SELECT 1 FROM account)", row -> row.getBoolean(1))
              .orElse(false);
    }
    return !over;
  }

  /**
   * Creates the administrator. Of two who try at once, one succeeds.
   *
   * @throws ProblemException if there is an account already, or the name or password is not fit
   */
  @Transactional
  public void createAdministrator(String name, String displayName, String password) {
    String accountName = Credentials.personName(name);
    Passwords.check(accountName, password);
    AccountRules.check(accountName, displayName, Set.of(Role.ADMIN));
    database.list("SELECT pg_advisory_xact_lock(hashtext('first-run'))", row -> true);
    if (!needed()) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There is an administrator already; sign in instead");
    }
    table.insert(accountName, displayName, password, Set.of(Role.ADMIN));
    audit.record(accountName, "account.create", "account", accountName, Map.of("firstRun", true));
  }
}
