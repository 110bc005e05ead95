package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * A customer of the demo company.
 *
 * @param traits what the company knows of the customer
 * @param consents purpose to whether it is granted
 * @param registeredAt nothing is known of the customer before
 * @param kind what the customer does in the shop
 * @param activity visits to expect in half a year
 */
record Shopper(
    String id,
    String name,
    String email,
    String phone,
    Market market,
    ZoneId zone,
    Map<String, Object> traits,
    Map<String, Boolean> consents,
    OffsetDateTime registeredAt,
    Behavior kind,
    double activity,
    Taste taste) {

  /** What a customer does in the shop. */
  enum Behavior {
    /** Looks and buys. */
    SHOPPING,
    /** Registered and never came back: a cold start for every recommender. */
    ABSENT,
    /** A program that opens hundreds of pages in a minute. */
    BOT
  }
}
