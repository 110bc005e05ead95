package org.pitchwright.security;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.pitchwright.sql.Database;

/**
 * The nonces of messages that were let in, in the database, so that a message that was sent to one
 * node is refused as a repeat by every other.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Nonces {
  @Inject private Database database;

  /**
   * Uses a nonce up. Of two that come at once, one is first.
   *
   * @param until when the message that carries it is too old anyway
   * @return false if it was used before
   */
  public boolean use(String clientId, byte[] nonce, Instant until) {
    return database.update(
            "INSERT INTO username_token_nonce (client_id, nonce_digest, expires_at)"
                + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            clientId,
            digest(nonce),
            until.atOffset(ZoneOffset.UTC))
        == 1;
  }

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void forgetOld() {
    database.update("DELETE FROM username_token_nonce WHERE expires_at < now()");
  }

  private static byte[] digest(byte[] nonce) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(nonce);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
