package org.pitchwright.behavior;

/** What a customer can do with an item. */
public enum EventType {
  VIEW,
  CLICK,
  CART,
  PURCHASE,
  RATING,
  IMPRESSION,
  SEARCH,
  DISMISS
}
