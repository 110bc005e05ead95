package org.pitchwright.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
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

  /** Counts from the start, so that a rate can be taken of the very first one. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

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
