package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pitchwright.sql.Database;

/**
 * Who may run a job. A lease runs out unless its holder renews it, by the clock of the database, so
 * that clocks of nodes do not matter. A lease of this very node's previous process counts as run
 * out: that process is gone, or this one would not have got its name ({@link NodeIdentity}).
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class JobLeases {
  /** How long a lease holds without renewal. */
  public static final Duration TERM = Duration.ofSeconds(20);

  private static final String FREE =
      "(job_lease.expires_at < now() OR (job_lease.holder LIKE ? AND job_lease.holder <> ?))";

  @Inject private Database database;
  @Inject private NodeIdentity node;

  /** For the container's proxy. */
  public JobLeases() {}

  JobLeases(Database database, NodeIdentity node) {
    this.database = database;
    this.node = node;
  }

  /** Takes a lease that is free or has run out; false if another execution holds it. */
  public boolean acquire(String lease) {
    return database.update(
            "INSERT INTO job_lease (job, holder, expires_at) VALUES (?, ?, now() + ?::interval)"
                + " ON CONFLICT (job) DO UPDATE SET holder = excluded.holder, execution_id = NULL,"
                + " acquired_at = now(), expires_at = excluded.expires_at WHERE "
                + FREE,
            lease,
            node.holder(),
            TERM.toString(),
            previousHolders(),
            node.holder())
        == 1;
  }

  /** Notes which execution the lease is for. */
  public void assign(String lease, long executionId) {
    database.update(
        "UPDATE job_lease SET execution_id = ? WHERE job = ? AND holder = ?",
        executionId,
        lease,
        node.holder());
  }

  /** Gives a lease back. */
  public void release(String lease) {
    database.update("DELETE FROM job_lease WHERE job = ? AND holder = ?", lease, node.holder());
  }

  /** Renews the given leases, and returns those that are lost. */
  public Set<String> renew(Set<String> leases) {
    Set<String> lost = new TreeSet<>(leases);
    List<String> kept =
        database.list(
            "UPDATE job_lease SET expires_at = now() + ?::interval"
                + " WHERE holder = ? AND job = ANY (?) RETURNING job",
            row -> row.getString(1),
            TERM.toString(),
            node.holder(),
            leases.toArray(String[]::new));
    kept.forEach(lost::remove);
    return lost;
  }

  /** The holder of a lease that has not run out. */
  @Transactional(TxType.SUPPORTS)
  public Optional<String> holder(String lease) {
    return database.first(
        "SELECT holder FROM job_lease WHERE job = ? AND NOT " + FREE,
        row -> row.getString(1),
        lease,
        previousHolders(),
        node.holder());
  }

  /**
   * Makes sure, within the caller's transaction, that what it is about to commit is still its to
   * write: whoever wants to take the lease over waits for the end of the transaction.
   *
   * @throws LeaseLostException if another node may have taken over
   */
  @Transactional(TxType.SUPPORTS)
  public void confirm(String lease) {
    boolean held =
        database
            .first(
                "SELECT 1 FROM job_lease WHERE job = ? AND holder = ? FOR SHARE",
                row -> true,
                lease,
                node.holder())
            .isPresent();
    if (!held) {
      throw new LeaseLostException(lease);
    }
  }

  private String previousHolders() {
    return node.name().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%";
  }
}
