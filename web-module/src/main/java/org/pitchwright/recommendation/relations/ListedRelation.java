package org.pitchwright.recommendation.relations;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A relation on the wire, with who or what says so. */
@Schema(name = "Relation", description = "How one item belongs to another")
public record ListedRelation(
    RelationKind kind,
    @Schema(description = "Accessory of `to`, successor of `to`, or bought together with it")
        String from,
    String to,
    RelationState state,
    RelationOrigin origin,
    @Nullable String note,
    @Schema(description = "What was counted; null where only a person says so")
        @Nullable Counted evidence,
    long version,
    OffsetDateTime updatedAt,
    String updatedBy) {

  /** What the job counted, and what follows from it. */
  @Schema(name = "RelationEvidence", description = "Numbers of baskets, and their measures")
  public record Counted(
      long baskets,
      long fromBaskets,
      long toBaskets,
      long allBaskets,
      long customers,
      @Schema(description = "Share of all baskets that hold both") double support,
      @Schema(description = "Of the baskets with `from`, the share that holds `to`")
          double confidence,
      @Schema(description = "Of the baskets with `to`, the share that holds `from`")
          double reverseConfidence,
      @Schema(description = "How many times as often as by chance") double lift,
      @Schema(description = "Log-likelihood ratio (Dunning 1993); above 10.8 is hardly chance")
          double logLikelihood,
      @Schema(description = "The first purchase that was counted") OffsetDateTime from,
      @Schema(description = "The last purchase that was counted") OffsetDateTime until,
      @Schema(description = "The execution of learn-relations that counted") long executionId) {
    static Counted of(Evidence evidence) {
      return new Counted(
          evidence.both(),
          evidence.from(),
          evidence.to(),
          evidence.all(),
          evidence.customers(),
          evidence.support(),
          evidence.confidence(),
          evidence.reverseConfidence(),
          evidence.lift(),
          evidence.logLikelihood(),
          evidence.countedFrom(),
          evidence.countedUntil(),
          evidence.executionId());
    }
  }

  static ListedRelation of(Relation relation) {
    Evidence evidence = relation.evidence();
    return new ListedRelation(
        relation.key().kind(),
        relation.key().from().value(),
        relation.key().to().value(),
        relation.state(),
        relation.origin(),
        relation.note(),
        evidence == null ? null : Counted.of(evidence),
        relation.version(),
        relation.updatedAt(),
        relation.updatedBy());
  }
}
