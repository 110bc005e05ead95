package org.pitchwright.security;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody who proved who they are, and what they may do. */
public final class Caller extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  /** The kinds of caller; a person and a client may have the same name. */
  public enum Kind {
    PERSON,
    CLIENT
  }

  private final Kind kind;
  private final Set<Role> roles;
  private final Set<Permission> permissions;

  private Caller(Kind kind, String name, Set<Role> roles, Set<Permission> permissions) {
    super(name);
    this.kind = kind;
    this.roles = Set.copyOf(roles);
    this.permissions = Set.copyOf(permissions);
  }

  /** A person, who may do what the roles allow. */
  public static Caller person(String name, Collection<Role> roles) {
    return new Caller(Kind.PERSON, name, Set.copyOf(roles), RolePermissions.of(roles));
  }

  /** A system, which may do what it was granted. */
  public static Caller client(String clientId, Set<Permission> permissions) {
    return new Caller(Kind.CLIENT, clientId, Set.of(Role.API), permissions);
  }

  public Kind kind() {
    return kind;
  }

  public Set<Role> roles() {
    return roles;
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** The caller among all people and clients, for example {@code client:crm-demo}. */
  public String key() {
    return (kind == Kind.PERSON ? "person:" : "client:") + getName();
  }

  /** The roles' names, which the container knows as groups. */
  Set<String> groups() {
    return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
  }
}
