package org.pitchwright.operations.demo;

/** What is wrong with the dirty lines of {@code events.csv}, and how many there are of each. */
enum Dirt {
  /** The same line a second time: a sender that repeated itself after a time-out. */
  EXACT_DUPLICATE(700),
  /** The same event under a new id, less than two seconds later: a nervous finger. */
  NEAR_DUPLICATE(600),
  /** An item that is not in the catalogue. */
  UNKNOWN_ITEM(350),
  /** A time that lies days to years ahead. */
  FUTURE_TIME(150),
  /** A clock that runs hours ahead, or was never set. */
  CLOCK_SKEW(200),
  /** Nine stars, minus two pieces, an amount that is no number. */
  IMPOSSIBLE_RANGE(300),
  /** A line without type, time, item, or anyone whose event it could be. */
  MISSING_VALUE(300),
  /** A type that does not exist. */
  UNKNOWN_TYPE(60),
  /** A line with too few or too many fields, another delimiter, or broken JSON. */
  MALFORMED_LINE(150),
  /** The thirtieth of February. */
  NONEXISTENT_DATE(60),
  /** Hundreds of views in a minute. */
  BOT(1_150);

  private final int lines;

  Dirt(int lines) {
    this.lines = lines;
  }

  /** Number of lines in the file. */
  int lines() {
    return lines;
  }

  /** Number of dirty lines of all kinds. */
  static int total() {
    int total = 0;
    for (Dirt dirt : values()) {
      total += dirt.lines;
    }
    return total;
  }
}
