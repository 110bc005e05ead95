package org.pitchwright.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;

/** Lets each caller make so many requests in a second, on each node. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class RequestRate implements ContainerRequestFilter {
  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterAccess(Duration.ofMinutes(1))
          .build(caller -> newBucket());

  @Inject private Permissions permissions;

  @Inject
  @ConfigProperty(name = "pitchwright.api.requests-per-second", defaultValue = "10000")
  private int requestsPerSecond;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = permissions.caller();
    if (caller.isPresent()) {
      consume(caller.get().key());
    }
  }

  /**
   * Counts a request of a caller.
   *
   * @throws ProblemException if the caller has made too many in this second
   */
  public void consume(String caller) {
    if (!buckets.get(caller).tryConsume(1)) {
      throw new ProblemException(
          ProblemKind.TOO_MANY_REQUESTS,
          "More than " + requestsPerSecond + " requests in a second; wait as Retry-After says");
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(requestsPerSecond)
                    .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
        .build();
  }
}
