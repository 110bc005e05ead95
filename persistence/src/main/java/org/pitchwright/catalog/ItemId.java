package org.pitchwright.catalog;

import org.pitchwright.catalog.ExternalKey.Kind;

/**
 * The key that the shop gives an item: 1 to 200 characters of any script, without control
 * characters and without white space at either end.
 *
 * @throws IllegalArgumentException if the text is no such key; the message is fit for the caller
 */
public record ItemId(String value) {
  public ItemId {
    ExternalKey.check(Kind.ITEM, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
