package org.pitchwright.recommendation.policy;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was tried in a period, on the wire. */
@Schema(name = "ExplorationReport")
public record ExplorationReply(
    OffsetDateTime from,
    OffsetDateTime to,
    @Schema(description = "Answers in which places could be given away") long lists,
    @Schema(description = "Those places; pinned ones are not among them") long places,
    @Schema(description = "Places that were given to an item that comes next") long tried,
    @Schema(description = "tried ÷ places; null without places") @Nullable Double triedShare,
    @Schema(description = "How many places without weights tell as much about lists without trying")
        double effectivePlaces,
    @Schema(description = "Clicked items per place") Comparison clicks,
    @Schema(description = "Bought items per place") Comparison purchases) {

  /** A rate with its interval, on the wire. */
  @Schema(name = "ExplorationRate", description = "A rate, and where it lies with 95% confidence")
  public record Rate(double value, double lower, double upper) {
    static @Nullable Rate of(ExplorationReport.@Nullable Rate rate) {
      return rate == null ? null : new Rate(rate.value(), rate.lower(), rate.upper());
    }
  }

  /** Lists as they were beside lists without trying, on the wire. */
  @Schema(name = "ExplorationComparison")
  public record Comparison(
      @Schema(description = "As lists were, with what was tried") @Nullable Rate shown,
      @Schema(description = "As they would have been without trying, estimated")
          @Nullable Rate greedy,
      @Schema(description = "By how much greedy exceeds shown") @Nullable Rate gain) {
    static Comparison of(ExplorationReport.Comparison comparison) {
      return new Comparison(
          Rate.of(comparison.shown()), Rate.of(comparison.greedy()), Rate.of(comparison.gain()));
    }
  }

  static ExplorationReply of(ExplorationReport report) {
    return new ExplorationReply(
        report.from(),
        report.to(),
        report.lists(),
        report.places(),
        report.tried(),
        report.triedShare(),
        report.effectivePlaces(),
        Comparison.of(report.clicks()),
        Comparison.of(report.purchases()));
  }
}
