package org.pitchwright.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a model that people look at beside the one that serves: at most {@value #MOST}, each
 * given back, its native memory too, when nobody has asked for it for five minutes.
 *
 * <p>The cache has no greatest size of its own, which might turn away the very version that was
 * just loaded: to make room, the one that was asked for longest ago goes.
 *
 * @param <M> a loaded version
 */
final class TrialModels<M> {
  static final int MOST = 2;
  static final Duration UNUSED = Duration.ofMinutes(5);

  private final IntFunction<M> loader;
  private final Cache<Integer, M> loaded;

  /**
   * Nothing is loaded yet.
   *
   * @param loader loads a version
   * @param closer gives one back
   */
  TrialModels(IntFunction<M> loader, Consumer<M> closer) {
    this(loader, closer, Ticker.systemTicker());
  }

  TrialModels(IntFunction<M> loader, Consumer<M> closer, Ticker ticker) {
    this.loader = loader;
    loaded =
        Caffeine.newBuilder()
            .expireAfterAccess(UNUSED)
            .ticker(ticker)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .removalListener(
                (@Nullable Integer version, @Nullable M model, RemovalCause cause) -> {
                  if (model != null) {
                    closer.accept(model);
                  }
                })
            .build();
  }

  /** A version, loaded if need be: one after the other, as each takes memory and time. */
  synchronized M get(int version) {
    M known = loaded.getIfPresent(version);
    if (known != null) {
      return known;
    }
    makeRoom();
    M model = loader.apply(version);
    loaded.put(version, model);
    return model;
  }

  private void makeRoom() {
    loaded.cleanUp();
    if (loaded.estimatedSize() >= MOST) {
      loaded
          .policy()
          .expireAfterAccess()
          .ifPresent(ages -> loaded.invalidateAll(ages.oldest(1).keySet()));
    }
  }

  /** Gives all memory back. */
  synchronized void close() {
    loaded.invalidateAll();
    loaded.cleanUp();
  }
}
