package org.pitchwright.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.crm.GetRecommendations;
import org.pitchwright.crm.GetRecommendationsResponse;
import org.pitchwright.crm.Model;
import org.pitchwright.crm.Reason;
import org.pitchwright.crm.RecommendedItem;
import org.pitchwright.problem.ProblemException;

/** SOAP's way to get recommendations. */
@ApplicationScoped
public class GetRecommendationsOperation {
  @Inject private CountedRecommendations recommendations;

  /**
   * Recommends items as a message asks.
   *
   * @throws ProblemException if the message is not valid, or too many are waiting
   */
  public GetRecommendationsResponse run(GetRecommendations message) {
    RecommendationBody body =
        new RecommendationBody(
            message.getCustomerId(),
            orNull(message.getRecentItem()),
            message.getScenario(),
            message.getLimit(),
            message.getExclude() == null ? null : Exclusion.valueOf(message.getExclude().value()),
            orNull(message.getCategory()),
            message.getExcludeItem());
    Recommendation answer = recommendations.recommend(body.toRequest());
    GetRecommendationsResponse response = new GetRecommendationsResponse();
    response.setRequestId(answer.requestId().toString());
    Model model = new Model();
    model.setName(answer.model().name());
    model.setVersion(answer.model().version());
    response.setModel(model);
    response.setPersonalized(answer.personalized());
    answer.items().forEach(item -> response.getItem().add(onTheWire(item)));
    return response;
  }

  /** XML knows no difference between an empty list and none. */
  private static @Nullable List<@Nullable String> orNull(List<@Nullable String> values) {
    return values.isEmpty() ? null : values;
  }

  private static RecommendedItem onTheWire(Recommendation.RankedItem ranked) {
    RecommendationReply.Item item = RecommendationReply.Item.of(ranked);
    RecommendedItem wire = new RecommendedItem();
    wire.setItemId(item.itemId());
    wire.setRank(item.rank());
    wire.setScore(item.score());
    wire.setPurchaseProbability(item.purchaseProbability());
    wire.setPropensity(item.propensity());
    Reason reason = new Reason();
    reason.setKind(item.reason().kind().name());
    reason.setText(item.reason().text());
    reason.getBecauseOf().addAll(item.reason().becauseOf());
    wire.setReason(reason);
    return wire;
  }
}
