package org.pitchwright.operations.demo;

/** Numbers in ids and telephone numbers, the same in every locale. */
final class Digits {
  private Digits() {}

  /** The number with leading zeros, at least so many digits long. */
  static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(StrictMath.max(0, width - digits.length())) + digits;
  }
}
