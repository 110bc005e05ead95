package org.pitchwright.behavior.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Event ids for files that have none: the SHA-256 of the row's values, and for a row that occurs
 * again in the same file the number of its occurrence. The same file thus gives the same ids, and
 * importing it again adds nothing.
 */
final class EventIdentity {
  private static final char SEPARATOR = '\u001F';
  private static final int ID_BYTES = 16;

  private final MessageDigest digest;
  private final LongSet seen = new LongSet();
  private final Map<Long, Integer> repeated = new HashMap<>();
  private final StringBuilder content = new StringBuilder();

  EventIdentity() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The id of the next row, from its values in a fixed order. */
  String of(@Nullable String... values) {
    content.setLength(0);
    for (@Nullable String value : values) {
      if (value != null) {
        content.append(value);
      }
      content.append(SEPARATOR);
    }
    byte[] hash = digest.digest(content.toString().getBytes(StandardCharsets.UTF_8));
    long key = ByteBuffer.wrap(hash).getLong();
    String id = "sha256-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    if (seen.add(key)) {
      return id;
    }
    int occurrence = repeated.merge(key, 2, (known, first) -> known + 1);
    return id + "-" + occurrence;
  }
}
