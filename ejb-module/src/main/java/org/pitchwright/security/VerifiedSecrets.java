package org.pitchwright.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which secrets were found right, so that a client that sends its password
 * with every request does not pay for PBKDF2 each time. Kept is an HMAC under a key that lives and
 * dies with this process, never the secret; as it covers the stored hash, a changed password does
 * not match any more.
 */
final class VerifiedSecrets {
  private static final String ALGORITHM = "HmacSHA256";

  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();
  private final SecretKeySpec key;

  /** With a new key. */
  VerifiedSecrets() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  boolean contains(String callerKey, String storedHash, String secret) {
    return known.getIfPresent(digest(callerKey, storedHash, secret)) != null;
  }

  void add(String callerKey, String storedHash, String secret) {
    known.put(digest(callerKey, storedHash, secret), true);
  }

  private String digest(String callerKey, String storedHash, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : new String[] {callerKey, storedHash, secret}) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
