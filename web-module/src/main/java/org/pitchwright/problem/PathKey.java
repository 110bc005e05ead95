package org.pitchwright.problem;

import java.util.function.Function;

/** Keys in addresses. */
public final class PathKey {
  private PathKey() {}

  /**
   * The key that a text stands for.
   *
   * @param member name of the parameter or member
   * @param key makes the key, for example {@code ItemId::new}
   * @throws ProblemException if the text is no such key
   */
  public static <K> K parse(String member, String text, Function<String, K> key) {
    try {
      return key.apply(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("/" + member, String.valueOf(e.getMessage()));
    }
  }
}
