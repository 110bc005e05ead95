package org.pitchwright.recommendation;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the champion loaded, and changes it between two batches when another is promoted. */
final class ChampionHolder {
  private static final Logger LOG = Logger.getLogger(ChampionHolder.class.getName());
  private static final long RETRY_AFTER = TimeUnit.SECONDS.toNanos(30);

  private final ItemTable items;
  private final IntFunction<Map<String, byte[]>> artifacts;
  private volatile @Nullable ServingModel current;
  private int failedVersion;
  private long failedAt;

  /**
   * A holder that has loaded nothing yet.
   *
   * @param artifacts gives the files of a version
   */
  ChampionHolder(ItemTable items, IntFunction<Map<String, byte[]>> artifacts) {
    this.items = items;
    this.artifacts = artifacts;
  }

  /**
   * The model of the given version, loaded if need be. A version that cannot be loaded leaves the
   * one before in service.
   *
   * @param version 0 if there is no champion
   */
  @Nullable ServingModel get(int version) {
    ServingModel model = current;
    return model != null && model.version() == version ? model : change(version);
  }

  private synchronized @Nullable ServingModel change(int version) {
    ServingModel before = current;
    if (before != null && before.version() == version) {
      return before;
    }
    if (version == 0) {
      current = null;
      close(before);
      return null;
    }
    if (version == failedVersion && System.nanoTime() - failedAt < RETRY_AFTER) {
      return before;
    }
    try {
      current = new ServingModel(version, RecommenderModel.load(artifacts.apply(version)), items);
      close(before);
      LOG.log(Level.INFO, "Version {0} of the recommender serves", version);
    } catch (RuntimeException e) {
      failedVersion = version;
      failedAt = System.nanoTime();
      LOG.log(
          Level.SEVERE,
          "Version " + version + " of the recommender cannot be loaded; the one before serves on",
          e);
    }
    return current;
  }

  private static void close(@Nullable ServingModel model) {
    if (model != null) {
      model.close();
    }
  }

  synchronized void close() {
    close(current);
    current = null;
  }
}
