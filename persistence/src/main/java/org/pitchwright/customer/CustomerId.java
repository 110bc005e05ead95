package org.pitchwright.customer;

import org.pitchwright.catalog.ExternalKey;
import org.pitchwright.catalog.ExternalKey.Kind;

/**
 * The key that the CRM gives a customer: 1 to 200 characters of any script, without control
 * characters and without white space at either end.
 *
 * @throws IllegalArgumentException if the text is no such key; the message is fit for the caller
 */
public record CustomerId(String value) {
  public CustomerId {
    ExternalKey.check(Kind.CUSTOMER, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
