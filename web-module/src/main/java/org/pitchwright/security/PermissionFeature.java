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
    RequiredPermission required = RequiredPermission.of(method, resource.getResourceClass());
    context.register(new Check(permissions, required), Priorities.AUTHORIZATION);
  }

  /** The check of one resource method. */
  @Priority(Priorities.AUTHORIZATION)
  private static final class Check implements ContainerRequestFilter {
    private final Permissions permissions;
    private final RequiredPermission required;

    Check(Permissions permissions, RequiredPermission required) {
      this.permissions = permissions;
      this.required = required;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      required.check(permissions);
    }
  }
}
