package org.pitchwright.catalog;

/** The rule that every key from outside keeps. */
public final class ExternalKey {
  /** The longest key, in UTF-16 characters. */
  public static final int MAX_LENGTH = 200;

  /** What a key names; its label opens the message when the key is refused. */
  public enum Kind {
    ITEM("itemId"),
    CUSTOMER("customerId"),
    EVENT("eventId"),
    SESSION("sessionId");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private ExternalKey() {}

  /**
   * Refuses what cannot be a key.
   *
   * @throws IllegalArgumentException if the value is empty, longer than {@link #MAX_LENGTH}, padded
   *     with white space, or holds a control character
   */
  public static void check(Kind kind, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(kind.label + " must not be empty");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          kind.label + " must have at most " + MAX_LENGTH + " characters, not " + value.length());
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(kind.label + " must not begin or end with white space");
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(kind.label + " must not contain control characters");
    }
  }
}
