package org.pitchwright.security;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leave to read or to change what belongs to a capability; as text it is a scope such as {@code
 * catalog:read}.
 */
public record Permission(Capability capability, Access access) implements Serializable {
  /** Looking at something, or changing it. */
  public enum Access {
    READ,
    WRITE
  }

  public static Permission read(Capability capability) {
    return new Permission(capability, Access.READ);
  }

  public static Permission write(Capability capability) {
    return new Permission(capability, Access.WRITE);
  }

  /** The scope that stands for this permission. */
  public String scope() {
    return capability.key() + (access == Access.READ ? ":read" : ":write");
  }

  /** The permission that a scope stands for, if there is such a scope. */
  public static Optional<Permission> find(String scope) {
    int colon = scope.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Optional<Capability> capability = Capability.find(scope.substring(0, colon));
    return switch (scope.substring(colon + 1)) {
      case "read" -> capability.map(Permission::read);
      case "write" -> capability.map(Permission::write);
      default -> Optional.empty();
    };
  }

  /**
   * The permission that a scope stands for.
   *
   * @throws IllegalArgumentException if there is no such scope
   */
  public static Permission parse(String scope) {
    return find(scope)
        .orElseThrow(() -> new IllegalArgumentException("There is no scope " + scope));
  }

  /** Every permission that there is. */
  public static Set<Permission> all() {
    return Arrays.stream(Capability.values())
        .flatMap(
            capability -> Arrays.stream(Access.values()).map(a -> new Permission(capability, a)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Scopes as OAuth 2 writes them: sorted and separated by a space. */
  public static String scopes(Collection<Permission> permissions) {
    return permissions.stream().map(Permission::scope).sorted().collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return scope();
  }
}
