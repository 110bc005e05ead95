package org.pitchwright.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The model card of a version (Mitchell et al. 2019): what it was made from and how, how good it
 * is, for whom and for which items, and what its figures do not say.
 */
@Schema(name = "ModelCard")
public record VersionCard(
    String name,
    int version,
    ModelStage stage,
    @Schema(description = "The champion at the time of training") @Nullable Integer parent,
    String createdBy,
    OffsetDateTime createdAt,
    Data data,
    Training training,
    @Schema(description = "Null while nobody has measured it") @Nullable Accuracy accuracy,
    @Schema(description = "Null where 8-bit numbers were not tried") @Nullable Size size,
    @Schema(
            description =
                "Quality within groups of customers with at least 30 cases; empty where"
                    + " it was not measured")
        List<Group> groups,
    @Schema(description = "Null where it was not measured") @Nullable Spread exposure,
    List<Limit> limits) {

  /** What the version was trained on; null members where an older program did not write them. */
  @Schema(name = "ModelData")
  public record Data(
      String fingerprint,
      @Nullable Long items,
      @Nullable Long customers,
      @Nullable Long events,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until) {}

  /** How it was trained. */
  @Schema(name = "ModelTraining")
  public record Training(
      @Nullable Double seconds,
      @Nullable Long peakMemoryMiB,
      @Nullable Long executionId,
      Map<String, Object> settings) {}

  /**
   * How good it is on held-out choices, seen items excluded.
   *
   * @param lower end of the 95% confidence interval of NDCG@10
   */
  @Schema(name = "ModelAccuracy")
  public record Accuracy(
      double ndcg,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double hitRate,
      @Nullable Double popularity,
      @Nullable Long cases) {
    /** Whether the figures lie so far apart that little can be said. */
    boolean isUncertain() {
      return lower != null && upper != null && upper - lower > ndcg / 4;
    }
  }

  /**
   * What its numbers take as 8-bit integers and as floats.
   *
   * @param eightBit whether the smaller form is in use
   * @param ndcg NDCG@10 of the smaller form
   * @param ndcgAsFloats NDCG@10 of the larger form on the same cases
   */
  @Schema(name = "ModelSize")
  public record Size(
      boolean eightBit, long bytes, long bytesAsFloats, double ndcg, double ndcgAsFloats) {
    /** Share of NDCG@10 that the smaller form loses; below 0 where it gains. */
    public double lost() {
      return ndcgAsFloats == 0 ? 0 : 1 - ndcg / ndcgAsFloats;
    }
  }

  /**
   * Quality within a group of customers.
   *
   * @param grouping {@code historyLength} or {@code language}
   */
  @Schema(name = "ModelGroup")
  public record Group(
      String grouping,
      String group,
      long cases,
      double ndcg,
      double lower,
      double upper,
      double hitRate) {}

  /** How the first ten of all cases spread over the items; shares from 0 to 1. */
  @Schema(name = "ModelExposure")
  public record Spread(
      long items, double coverage, double top1Percent, double top10Percent, double gini) {}

  /** What the figures do not say. */
  @Schema(name = "ModelLimit")
  public record Limit(ModelLimit code, String text) {
    static Limit of(ModelLimit limit) {
      return new Limit(limit, limit.text());
    }
  }
}
