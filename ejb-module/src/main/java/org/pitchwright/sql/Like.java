package org.pitchwright.sql;

/** Patterns of SQL's LIKE in which the words of a person stand for themselves. */
public final class Like {
  private Like() {}

  /** Text that holds the words anywhere. */
  public static String containing(String words) {
    return "%" + literal(words) + "%";
  }

  /** Text that begins with the words. */
  public static String beginning(String words) {
    return literal(words) + "%";
  }

  private static String literal(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
