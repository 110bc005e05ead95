package org.pitchwright.problem;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /**
   * The one of several words that a text is.
   *
   * @param member name of the parameter or member
   * @throws ProblemException if the text is none of them
   */
  public static <E extends Enum<E>> E choice(String member, String text, Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "/" + member,
                    member
                        + " must be one of "
                        + Arrays.toString(words.getEnumConstants())
                        + ", not "
                        + text));
  }

  /** As {@link #choice}, for a parameter that need not be given. */
  public static <E extends Enum<E>> @Nullable E choiceIfAny(
      String member, @Nullable String text, Class<E> words) {
    return text == null ? null : choice(member, text, words);
  }
}
