package org.pitchwright.operations.demo;

/** One value for each market. */
record Localized<T>(T en, T zh) {
  T in(Market market) {
    return market == Market.ZH ? zh : en;
  }
}
