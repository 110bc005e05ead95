package org.pitchwright.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registry's measures of a version, some of which older versions lack. */
record Measures(Map<?, ?> values) {
  /** The measures under a name; none where there are none. */
  Measures in(String name) {
    return new Measures(values.get(name) instanceof Map<?, ?> inner ? inner : Map.of());
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Set<?> names() {
    return values.keySet();
  }

  @Nullable Double number(String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : null;
  }

  @Nullable Long whole(String name) {
    return values.get(name) instanceof Number number ? number.longValue() : null;
  }

  /** Everything but what stands under some names. */
  Map<String, Object> without(Set<String> left) {
    Map<String, Object> rest = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name instanceof String text && value != null && !left.contains(text)) {
            rest.put(text, value);
          }
        });
    return rest;
  }
}
