package org.pitchwright.security;

import java.util.Locale;
import java.util.Optional;

/** What the product can do, as permissions name it. */
public enum Capability {
  CATALOG,
  CUSTOMER,
  BEHAVIOR,
  RECOMMENDATION,
  MODEL,
  INSIGHT,
  AUDIENCE,
  COPYWRITING,
  CAMPAIGN,
  EXPERIMENT,
  SUPPORT,
  GOVERNANCE,
  OPERATIONS,
  SECURITY;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name in a scope, for example {@code catalog}. */
  public String key() {
    return key;
  }

  static Optional<Capability> find(String key) {
    for (Capability capability : values()) {
      if (capability.key.equals(key)) {
        return Optional.of(capability);
      }
    }
    return Optional.empty();
  }
}
