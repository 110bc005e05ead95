package org.pitchwright.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are too large, before or while they are read; imports have their own limit.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 2)
public class BodyLimit implements ContainerRequestFilter {
  private static final String IMPORTS = "imports/";

  @Inject
  @ConfigProperty(name = "pitchwright.api.max-body", defaultValue = "10485760")
  private long maxBody;

  @Override
  public void filter(ContainerRequestContext request) {
    String method = request.getMethod();
    if ("GET".equals(method) || request.getUriInfo().getPath(false).startsWith(IMPORTS)) {
      return;
    }
    request.setEntityStream(limit(request.getEntityStream(), request.getLength()));
  }

  /**
   * A body that is refused where it turns out too large, by a {@code ProblemException}.
   *
   * @param announced its length as the sender says, in bytes; negative where nothing is said
   */
  public InputStream limit(InputStream body, long announced) {
    if (announced > maxBody) {
      throw LimitedStream.tooLarge(maxBody);
    }
    return new LimitedStream(body, maxBody);
  }
}
