package org.pitchwright.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;

/** The opaque cursor of a list: the sort key of the last row that was given out. */
public final class Cursor {
  private static final byte VERSION = 1;

  private Cursor() {}

  static String encode(String key) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = ByteBuffer.allocate(text.length + 1).put(VERSION).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The key after which the page starts; the empty key where no cursor was given.
   *
   * @throws ProblemException if the text was never a cursor of ours
   */
  public static String decode(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.hasRemaining() && bytes.get() == VERSION) {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw refused();
    }
    throw refused();
  }

  /**
   * The number after which the page starts, counted down; the greatest where no cursor was given.
   *
   * @throws ProblemException if the text was never a cursor of a list in the order of numbers
   */
  public static long decodeNumber(@Nullable String cursor) {
    String key = decode(cursor);
    try {
      return key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return ProblemException.invalid(
        "/cursor", "cursor is not one that a list gave as \"next\"; leave it out to start over");
  }
}
