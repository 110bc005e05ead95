package org.pitchwright.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.sql.Database;

/**
 * People and clients as authentication needs them on every request: read from the database at most
 * every five seconds, so that a deactivation takes effect on every node within that time.
 */
@ApplicationScoped
public class Directory {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final long MAX_ENTRIES = 10_000;

  private final LoadingCache<Key, Optional<Entry>> entries =
      Caffeine.newBuilder().maximumSize(MAX_ENTRIES).expireAfterWrite(FRESH).build(this::load);

  @Inject private Database database;

  /** For the container. */
  public Directory() {}

  Directory(Database database) {
    this.database = database;
  }

  private record Key(Caller.Kind kind, String name) {}

  /**
   * Somebody who can prove who they are.
   *
   * @param secretHash of the password, or of a client's secret
   * @param sealedSoapSecret of a client that may use WS-Security's digest, null of all others
   * @param lockedUntil when the lock after repeated failures ends; null where there is none
   */
  record Entry(
      Caller caller,
      String secretHash,
      byte @Nullable [] sealedSoapSecret,
      boolean active,
      @Nullable OffsetDateTime lockedUntil) {
    /** Whether this caller may sign in now. */
    boolean admissible() {
      return active && (lockedUntil == null || lockedUntil.isBefore(OffsetDateTime.now()));
    }
  }

  Optional<Entry> find(Caller.Kind kind, String name) {
    return entries.get(new Key(kind, name));
  }

  /** Has the next question about a caller read the database. */
  void forget(Caller.Kind kind, String name) {
    entries.invalidate(new Key(kind, name));
  }

  private Optional<Entry> load(Key key) {
    String table =
        key.kind() == Caller.Kind.PERSON
            ? "SELECT t.*, f.locked_until FROM account t LEFT JOIN sign_in_failure f"
                + " ON f.kind = 'PERSON' AND f.name_digest = ? WHERE t.name = ?"
            : "SELECT t.*, f.locked_until FROM api_client t LEFT JOIN sign_in_failure f"
                + " ON f.kind = 'CLIENT' AND f.name_digest = ? WHERE t.client_id = ?";
    return database.first(
        table,
        key.kind() == Caller.Kind.PERSON ? Directory::person : Directory::client,
        AttemptLimit.digest(key.name()),
        key.name());
  }

  private static Entry person(ResultSet row) throws SQLException {
    return new Entry(
        Caller.person(row.getString("name"), roles(row)),
        row.getString("password_hash"),
        null,
        row.getBoolean("active"),
        row.getObject("locked_until", OffsetDateTime.class));
  }

  private static Entry client(ResultSet row) throws SQLException {
    return new Entry(
        Caller.client(row.getString("client_id"), scopes(row)),
        row.getString("secret_hash"),
        row.getBytes("soap_secret_encrypted"),
        row.getBoolean("active"),
        row.getObject("locked_until", OffsetDateTime.class));
  }

  /** The roles in a row's column {@code roles}. */
  static Set<Role> roles(ResultSet row) throws SQLException {
    return Arrays.stream(texts(row, "roles"))
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The permissions in a row's column {@code scopes}. */
  static Set<Permission> scopes(ResultSet row) throws SQLException {
    return Arrays.stream(texts(row, "scopes"))
        .map(Permission::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
