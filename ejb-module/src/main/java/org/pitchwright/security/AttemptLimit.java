package org.pitchwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pitchwright.sql.Database;

/**
 * Locks a name after repeated failures to prove it, on all nodes alike. Names that do not exist
 * lock just the same, so that a lock tells nothing about who exists.
 */
@ApplicationScoped
public class AttemptLimit {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  @Inject private Database database;

  @Inject
  @ConfigProperty(name = "pitchwright.security.lockout.attempts", defaultValue = "5")
  private int attempts;

  @Inject
  @ConfigProperty(name = "pitchwright.security.lockout.minutes", defaultValue = "15")
  private int minutes;

  /** For the container. */
  public AttemptLimit() {}

  AttemptLimit(Database database, int attempts, int minutes) {
    this.database = database;
    this.attempts = attempts;
    this.minutes = minutes;
  }

  /**
   * Counts an attempt before it is judged, so that attempts at once cannot outnumber the limit.
   *
   * @return false if the name is locked: then nothing may be judged at all
   */
  boolean reserve(Caller.Kind kind, String name) {
    String sql =
        """
        INSERT INTO sign_in_failure AS f (kind, name_digest, attempts, locked_until)
        VALUES (?, ?, 1, CASE WHEN ? <= 1 THEN now() + make_interval(mins => ?) END)
        ON CONFLICT (kind, name_digest) DO UPDATE SET
          attempts = CASE WHEN f.locked_until IS NULL AND f.last_at > now() - make_interval(mins => ?)
            THEN f.attempts + 1 ELSE 1 END,
          locked_until = CASE WHEN f.locked_until IS NULL AND f.last_at > now() - make_interval(mins => ?)
            AND f.attempts + 1 >= ? THEN now() + make_interval(mins => ?) END,
          last_at = now()
        WHERE f.locked_until IS NULL OR f.locked_until <= now()
        """;
    return database.update(
            sql, kind.name(), digest(name), attempts, minutes, minutes, minutes, attempts, minutes)
        == 1;
  }

  /** Forgets the failures of a name, because it was proven or an administrator says so. */
  void clear(Caller.Kind kind, String name) {
    database.update(
        "DELETE FROM sign_in_failure WHERE kind = ? AND name_digest = ?",
        kind.name(),
        digest(name));
  }

  /** Removes what has long lost its effect. */
  void forgetOld() {
    database.update(
        "DELETE FROM sign_in_failure WHERE last_at < now() - make_interval(hours => ?)",
        (int) FORGOTTEN_AFTER.toHours());
  }

  /** The digest under which failures of a name are kept; case does not matter. */
  static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
