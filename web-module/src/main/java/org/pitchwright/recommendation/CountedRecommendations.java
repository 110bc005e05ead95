package org.pitchwright.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.pitchwright.problem.ProblemException;

/** Answers of the recommender to other systems, counted; for REST and SOAP. */
@ApplicationScoped
public class CountedRecommendations {
  @Inject private Recommendations recommendations;

  @Inject
  @Metric(
      name = "pitchwright_recommendations",
      absolute = true,
      description = "Answers of the recommender")
  private Counter answers;

  /**
   * Recommends items, and counts the answer.
   *
   * @throws ProblemException if the request is not valid, or too many are waiting
   */
  public Recommendation recommend(RecommendationRequest request) {
    Recommendation answer = recommendations.recommend(request);
    answers.inc();
    return answer;
  }
}
