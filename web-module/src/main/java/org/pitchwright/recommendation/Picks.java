package org.pitchwright.recommendation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.frame.Texts;
import org.pitchwright.recommendation.Recommendation.RankedItem;
import org.pitchwright.recommendation.Recommendation.Reason;

/** Gives recommended items their titles, and their reasons words. */
@RequestScoped
public class Picks {
  private static final int REASONS_SHOWN = 2;

  @Inject private Recommendations recommendations;
  @Inject private Catalog catalog;
  @Inject private Texts texts;

  /** What would be recommended to a customer now; it does not count as served. */
  public Recommendation preview(CustomerId customer, int limit) {
    return recommendations.recommend(
        new RecommendationRequest(
            customer,
            List.of(),
            RecommendationFigures.PREVIEW,
            limit,
            Exclusion.SEEN,
            null,
            java.util.Set.of()));
  }

  /** The items of an answer, ready to be shown. */
  public List<Pick> of(List<RankedItem> items) {
    Map<ItemId, Catalog.Listed> known =
        catalog.findAll(
            items.stream()
                .flatMap(
                    item ->
                        Stream.concat(Stream.of(item.itemId()), item.reason().becauseOf().stream()))
                .collect(Collectors.toSet()));
    DoubleSummaryStatistics scores =
        items.stream().mapToDouble(RankedItem::score).summaryStatistics();
    return items.stream().map(item -> pick(item, known, scores)).toList();
  }

  private Pick pick(
      RankedItem item, Map<ItemId, Catalog.Listed> known, DoubleSummaryStatistics scores) {
    Catalog.@Nullable Listed listed = known.get(item.itemId());
    return new Pick(
        item.itemId().value(),
        item.rank(),
        title(item.itemId(), known),
        listed == null ? "" : listed.data().category(),
        listed == null ? null : listed.data().price(),
        listed == null ? null : listed.data().currency(),
        item.score(),
        strength(item.score(), scores),
        item.purchaseProbability(),
        item.propensity(),
        why(item.reason(), known),
        icon(item.reason().kind()));
  }

  private static double strength(double score, DoubleSummaryStatistics scores) {
    double range = scores.getMax() - scores.getMin();
    return range <= 0 ? 1 : 0.15 + 0.85 * (score - scores.getMin()) / range;
  }

  private String why(Reason reason, Map<ItemId, Catalog.Listed> known) {
    String causes =
        reason.becauseOf().stream()
            .limit(REASONS_SHOWN)
            .map(cause -> texts.text("why.quoted", title(cause, known)))
            .collect(Collectors.joining(texts.text("why.and")));
    return causes.isEmpty()
        ? texts.of("why.plain", reason.kind())
        : texts.text("why.because." + reason.kind(), causes);
  }

  private static String title(ItemId id, Map<ItemId, Catalog.Listed> known) {
    Catalog.@Nullable Listed listed = known.get(id);
    return listed == null ? id.value() : listed.data().title();
  }

  private static String icon(ReasonKind kind) {
    return switch (kind) {
      case HISTORY -> "history";
      case RECENT -> "clock";
      case POPULAR -> "chart-bar";
      case SIMILAR -> "clone";
      case RULE -> "thumbtack";
      case EXPLORATION -> "compass";
      case ACCESSORY -> "link";
      case BOUGHT_TOGETHER -> "shopping-cart";
      case SUCCESSOR -> "replay";
    };
  }
}
