package org.pitchwright.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/**
 * Binds to each resource method the check of the permission that it asks for, once, when the
 * application starts. A method that asks for none is refused to everybody.
 */
@Provider
public class PermissionFeature implements DynamicFeature {
  @Inject private Permissions permissions;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(OpenToAll.class)) {
      return;
    }
    Requires requires = method.getAnnotation(Requires.class);
    if (requires == null) {
      requires = resource.getResourceClass().getAnnotation(Requires.class);
    }
    Permission needed = requires == null ? null : Permission.parse(requires.value());
    context.register(new Check(permissions, needed), Priorities.AUTHORIZATION);
  }

  /** The check of one resource method. */
  @Priority(Priorities.AUTHORIZATION)
  private static final class Check implements ContainerRequestFilter {
    private final Permissions permissions;
    private final @Nullable Permission needed;

    Check(Permissions permissions, @Nullable Permission needed) {
      this.permissions = permissions;
      this.needed = needed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (needed == null) {
        throw new ProblemException(ProblemKind.FORBIDDEN, "Nobody may do this");
      }
      permissions.require(needed);
    }
  }
}
