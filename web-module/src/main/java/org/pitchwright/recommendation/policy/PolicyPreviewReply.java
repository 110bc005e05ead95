package org.pitchwright.recommendation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.PolicyPrice;
import org.pitchwright.recommendation.RuleEffect;
import org.pitchwright.recommendation.rules.RulePreviewReply;

/** What a list policy costs and brings, on the wire. */
@Schema(
    name = "ListPolicyPreview",
    description =
        "Lists of ten for customers who came lately, each made without what came since they met the"
            + " item that they turned to last")
public record PolicyPreviewReply(
    @Schema(description = "How many lists were made") int customers,
    @Schema(description = "As lists are mixed now") Figures before,
    @Schema(description = "As they would be") Figures after,
    @Schema(description = "By how much more often the held-out item is among the ten")
        Estimate hitRateChange,
    @Schema(description = "By how much NDCG@10 rises") Estimate ndcgChange,
    @Schema(description = "The list of the customer who was named, before and after")
        @Nullable RulePreviewReply example) {

  /** A mean with its interval, on the wire. */
  @Schema(description = "A mean, and where it lies with 95% confidence")
  public record Estimate(double mean, double lower, double upper) {
    static Estimate of(PolicyPrice.Estimate estimate) {
      return new Estimate(estimate.mean(), estimate.lower(), estimate.upper());
    }
  }

  /** Lists in figures, on the wire. */
  @Schema(name = "ListFigures")
  public record Figures(
      @Schema(description = "How often the held-out item is among the ten (HR@10)")
          Estimate hitRate,
      @Schema(description = "Mean of 1/log2(rank + 1), 0 where it is not among the ten (NDCG@10)")
          Estimate ndcg,
      @Schema(description = "1 − the mean similarity of two items of a list") double variety,
      @Schema(description = "Mean number of categories of a list") double categories,
      @Schema(
              description =
                  "Mean KL divergence of a list's categories from the customer's past, in nats;"
                      + " null where no past has categories")
          @Nullable Double divergence,
      @Schema(description = "Items that are on any list") int differentItems,
      @Schema(description = "Share of all places that the ten items have that are shown most")
          double topShare) {
    static Figures of(PolicyPrice.Figures figures) {
      return new Figures(
          Estimate.of(figures.hitRate()),
          Estimate.of(figures.ndcg()),
          figures.variety(),
          figures.categories(),
          figures.divergence(),
          figures.differentItems(),
          figures.topShare());
    }
  }

  static PolicyPreviewReply of(PolicyPrice price, @Nullable RuleEffect example) {
    return new PolicyPreviewReply(
        price.customers(),
        Figures.of(price.before()),
        Figures.of(price.after()),
        Estimate.of(price.hitRate()),
        Estimate.of(price.ndcg()),
        example == null ? null : RulePreviewReply.of(example));
  }
}
