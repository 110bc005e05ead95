package org.pitchwright.security;

import static org.pitchwright.security.Capability.AUDIENCE;
import static org.pitchwright.security.Capability.BEHAVIOR;
import static org.pitchwright.security.Capability.CAMPAIGN;
import static org.pitchwright.security.Capability.CATALOG;
import static org.pitchwright.security.Capability.COPYWRITING;
import static org.pitchwright.security.Capability.CUSTOMER;
import static org.pitchwright.security.Capability.EXPERIMENT;
import static org.pitchwright.security.Capability.GOVERNANCE;
import static org.pitchwright.security.Capability.INSIGHT;
import static org.pitchwright.security.Capability.MODEL;
import static org.pitchwright.security.Capability.OPERATIONS;
import static org.pitchwright.security.Capability.RECOMMENDATION;
import static org.pitchwright.security.Capability.SECURITY;
import static org.pitchwright.security.Capability.SUPPORT;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The one table of what each role may do; the same for pages, REST and SOAP. */
public final class RolePermissions {
  private static final Set<Capability> EVERYTHING = EnumSet.allOf(Capability.class);
  private static final Set<Capability> BUSINESS =
      EnumSet.complementOf(EnumSet.of(SECURITY, GOVERNANCE));

  private static final Map<Role, Set<Permission>> TABLE = new EnumMap<>(Role.class);

  static {
    grant(Role.ADMIN, EVERYTHING, EVERYTHING);
    grant(
        Role.MARKETER,
        EnumSet.complementOf(EnumSet.of(SECURITY)),
        EnumSet.of(
            CATALOG,
            CUSTOMER,
            BEHAVIOR,
            RECOMMENDATION,
            INSIGHT,
            AUDIENCE,
            COPYWRITING,
            CAMPAIGN,
            EXPERIMENT));
    grant(
        Role.REVIEWER,
        EnumSet.of(
            CATALOG,
            RECOMMENDATION,
            INSIGHT,
            AUDIENCE,
            COPYWRITING,
            CAMPAIGN,
            EXPERIMENT,
            SUPPORT,
            GOVERNANCE),
        EnumSet.of(COPYWRITING, GOVERNANCE));
    grant(Role.ANALYST, BUSINESS, EnumSet.of(INSIGHT, AUDIENCE, EXPERIMENT));
    grant(
        Role.OPERATOR,
        EnumSet.complementOf(EnumSet.of(SECURITY)),
        EnumSet.of(CATALOG, CUSTOMER, BEHAVIOR, MODEL, OPERATIONS));
    grant(
        Role.AGENT,
        EnumSet.of(CATALOG, CUSTOMER, BEHAVIOR, RECOMMENDATION, SUPPORT),
        EnumSet.of(RECOMMENDATION, SUPPORT));
    grant(Role.API, EnumSet.noneOf(Capability.class), EnumSet.noneOf(Capability.class));
  }

  private RolePermissions() {}

  private static void grant(Role role, Set<Capability> read, Set<Capability> write) {
    Set<Permission> granted = new HashSet<>();
    read.forEach(capability -> granted.add(Permission.read(capability)));
    write.forEach(capability -> granted.add(Permission.write(capability)));
    TABLE.put(role, Set.copyOf(granted));
  }

  /** What a person with these roles may do: the union of what each allows. */
  public static Set<Permission> of(Collection<Role> roles) {
    Set<Permission> granted = new HashSet<>();
    for (Role role : roles) {
      granted.addAll(TABLE.getOrDefault(role, Set.of()));
    }
    return Set.copyOf(granted);
  }
}
