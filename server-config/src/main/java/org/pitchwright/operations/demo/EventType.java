package org.pitchwright.operations.demo;

/** The types of events, as the product's interface names them. */
enum EventType {
  VIEW,
  CLICK,
  CART,
  PURCHASE,
  RATING,
  IMPRESSION,
  SEARCH,
  DISMISS
}
