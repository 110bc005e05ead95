package org.pitchwright.behavior.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The keys that a dry run has met, in a few bytes each. */
final class SeenKeys {
  private final MessageDigest digest;
  private final LongSet hashes = new LongSet();

  SeenKeys() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** False if the key was met before. */
  boolean add(String key) {
    byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
    return hashes.add(ByteBuffer.wrap(hash).getLong());
  }
}
