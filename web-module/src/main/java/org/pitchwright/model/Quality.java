package org.pitchwright.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good a version was on held-out data, beside plain popularity.
 *
 * @param hitRate HR@10, 0 to 1; null while it was not measured
 * @param ndcg NDCG@10, 0 to 1; null while it was not measured
 * @param popularity NDCG@10 of popularity on the same data
 * @param coverage share of the items that were among the first ten of anybody; null while it was
 *     not measured
 */
public record Quality(
    int version,
    @Nullable Double hitRate,
    @Nullable Double ndcg,
    @Nullable Double popularity,
    @Nullable Double coverage) {

  /** Reads the registry's metrics. */
  public static Quality of(ModelVersion model) {
    Map<String, Object> metrics = model.metrics();
    return new Quality(
        model.version(),
        number(metrics.get("hr@10")),
        number(metrics.get("ndcg@10")),
        popularity(metrics),
        new Measures(metrics).in("exposure").number("coverage"));
  }

  private static @Nullable Double popularity(Map<String, Object> metrics) {
    return metrics.get("popularity") instanceof Map<?, ?> measured
        ? number(measured.get("ndcg@10"))
        : number(metrics.get("popularity.ndcg@10"));
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : null;
  }

  public boolean isMeasured() {
    return ndcg != null;
  }

  /** How many times better than popularity; null if either was not measured. */
  public @Nullable Double times() {
    return ndcg == null || popularity == null || popularity == 0 ? null : ndcg / popularity;
  }
}
