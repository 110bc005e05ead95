package org.pitchwright.idempotency;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.sql.Database;

/**
 * The replies to requests with an idempotency key, in the database, so that every node knows them.
 * Each statement stands for itself, outside any transaction of the request: what another node asks
 * meanwhile must see it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replies {
  /** How long a reply is kept. */
  public static final int HOURS_KEPT = 48;

  /** After this time without a reply, the node that worked on it is taken for dead. */
  private static final int MINUTES_RUNNING = 10;

  @Inject private Database database;

  /** For the container. */
  public Replies() {}

  Replies(Database database) {
    this.database = database;
  }

  private record Row(String operation, String hash, @Nullable KeptReply reply) {}

  /**
   * Claims a key for a request that is about to run.
   *
   * @return false if the key was used before: then {@link #reply} knows more
   */
  public boolean claim(RequestKey key) {
    String sql =
        "INSERT INTO idempotency_record AS r (principal, key, method, path, request_hash)"
            + " VALUES (?, ?, '', ?, '') ON CONFLICT (principal, key) DO UPDATE"
            + " SET created_at = now(), path = excluded.path"
            + " WHERE r.status IS NULL AND r.created_at < now() - make_interval(mins => ?)";
    return database.update(sql, key.principal(), key.key(), key.operation(), MINUTES_RUNNING) == 1;
  }

  /**
   * The reply that the first request with this key got.
   *
   * @param hash of the body of the repeat
   * @throws ProblemException if the first request was another one, or is still running
   */
  public KeptReply reply(RequestKey key, String hash) {
    Optional<Row> row =
        database.first(
            "SELECT * FROM idempotency_record WHERE principal = ? AND key = ?",
            Replies::read,
            key.principal(),
            key.key());
    if (row.isEmpty() || row.get().reply() == null) {
      throw new ProblemException(
          ProblemKind.CONFLICT,
          "The first request with this Idempotency-Key is still running; try again in a moment");
    }
    if (!row.get().operation().equals(key.operation()) || !row.get().hash().equals(hash)) {
      throw new ProblemException(
          ProblemKind.KEY_REUSED,
          "This Idempotency-Key was used for another request; use a new one for each request");
    }
    return row.get().reply();
  }

  /** Keeps the reply to a request that ran. */
  public void keep(RequestKey key, String hash, KeptReply reply) {
    database.update(
        "UPDATE idempotency_record SET request_hash = ?, status = ?, headers = ?, body = ?"
            + " WHERE principal = ? AND key = ?",
        hash,
        reply.status(),
        JsonMapConverter.jsonb(Json.write(reply.headers())),
        reply.body(),
        key.principal(),
        key.key());
  }

  /** Frees the key of a request that failed by our fault, so that it may be tried again. */
  public void release(RequestKey key) {
    database.update(
        "DELETE FROM idempotency_record WHERE principal = ? AND key = ? AND status IS NULL",
        key.principal(),
        key.key());
  }

  @Schedule(hour = "*", minute = "23", persistent = false)
  void forgetOld() {
    database.update(
        "DELETE FROM idempotency_record WHERE created_at < now() - make_interval(hours => ?)",
        HOURS_KEPT);
  }

  private static Row read(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new Row(row.getString("path"), row.getString("request_hash"), null);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    Json.readMap(row.getString("headers"))
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    return new Row(
        row.getString("path"),
        row.getString("request_hash"),
        new KeptReply(status, headers, row.getBytes("body")));
  }
}
