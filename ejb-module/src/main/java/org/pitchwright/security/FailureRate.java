package org.pitchwright.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows down an address from which many wrong credentials come. Right credentials that this node
 * knows already pass all the same, so that one bad neighbour behind a proxy stops nobody at work.
 */
@ApplicationScoped
public class FailureRate {
  private static final long MAX_ADDRESSES = 100_000;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterAccess(PERIOD).build();

  @Inject
  @ConfigProperty(name = "pitchwright.security.failures-per-minute", defaultValue = "60")
  private int failuresPerMinute;

  /** For the container. */
  public FailureRate() {}

  FailureRate(int failuresPerMinute) {
    this.failuresPerMinute = failuresPerMinute;
  }

  /** Whether credentials from this address may be judged now. */
  public boolean allows(String address) {
    Bucket bucket = buckets.getIfPresent(address);
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  /** Counts wrong credentials from an address. */
  public void count(String address) {
    buckets.get(address, unused -> newBucket()).tryConsume(1);
  }

  /** How long an address that is not allowed should wait. */
  public Duration pause() {
    return PERIOD.dividedBy(Math.max(1, Math.min(60, failuresPerMinute)));
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(failuresPerMinute).refillGreedy(failuresPerMinute, PERIOD))
        .build();
  }
}
