package org.pitchwright.model;

/** What a reader of a model's figures should not take them for. */
public enum ModelLimit {
  NOT_MEASURED(true, "Nobody has measured how good this version is; run evaluate-recommender"),
  WORSE_THAN_POPULARITY(true, "It ranks no better than the same best-sellers for everybody"),
  UNCERTAIN(true, "There were few cases, so the true quality may be clearly better or worse"),
  UNEVEN(true, "Some groups of customers are served clearly worse than all together"),
  CONCENTRATED(true, "More than half of the recommendations go to a tenth of the items"),
  GROUPS_UNKNOWN(
      true, "It was measured before groups and exposure were; evaluate it again to see them"),
  OFFLINE(
      false, "Measured on what customers chose by themselves, not on what a recommendation causes"),
  KNOWN_ITEMS(false, "Items that came after its training are placed by their texts alone"),
  CONSENTING(
      false,
      "Customers who withdrew the consent to personalisation are neither learnt from nor in"
          + " the figures");

  private final boolean warning;
  private final String text;

  ModelLimit(boolean warning, String text) {
    this.warning = warning;
    this.text = text;
  }

  /** Whether it is special to the version, rather than true of every one. */
  public boolean isWarning() {
    return warning;
  }

  /** A sentence in English. */
  public String text() {
    return text;
  }
}
