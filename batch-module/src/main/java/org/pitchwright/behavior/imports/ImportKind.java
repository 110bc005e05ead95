package org.pitchwright.behavior.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file may hold. */
public enum ImportKind {
  EVENTS,
  ITEMS,
  CUSTOMERS;

  /** The kind of the given name, in any case. */
  public static Optional<ImportKind> of(String name) {
    return Stream.of(values())
        .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
